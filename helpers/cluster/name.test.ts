import { UsageError } from '../usage-error';
import { labClusterName, looksLikeLabCluster, parseLabCluster } from './name';

const names = ({ engines }: ReturnType<typeof parseLabCluster>) =>
  engines.map((engine) => (engine.kind === 'catalogued' ? engine.engine.version : engine.kind));

function refusal(text: string): UsageError {
  try {
    parseLabCluster(text);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error(`${text} is taken for a cluster`);
}

describe('a cluster by name', () => {
  test.each([
    ['cluster:docker@20.10.24+etcd', ['20.10.24', '20.10.24'], 'etcd'],
    ['cluster:docker@20.10.24+consul', ['20.10.24', '20.10.24'], 'consul'],
    ['cluster:docker@20.10.24+zookeeper', ['20.10.24', '20.10.24'], 'zookeeper'],
    ['cluster:docker@26.1.5,docker@28.5.2+swarm', ['26.1.5', '28.5.2'], 'swarm'],
    ['cluster:docker@26.1.5,docker@26.1.5,docker@28.5.2+swarm', ['26.1.5', '26.1.5', '28.5.2'], 'swarm'],
    ['cluster:image:docker:28-dind+swarm', ['image', 'image'], 'swarm'],
  ])('%s is %j joined by %s, and is written the same way again', (text, engines, joint) => {
    const cluster = parseLabCluster(text);
    expect(names(cluster)).toEqual(engines);
    expect(cluster.joint).toBe(joint);
    expect(labClusterName(cluster)).toBe(text);
    expect(looksLikeLabCluster(text)).toBe(true);
  });

  test.each([
    ['cluster:', /^a cluster without an engine/, /write cluster:/],
    ['cluster:+etcd', /^a cluster without an engine/, /write cluster:/],
    ['cluster:docker@28.5.2,+swarm', /^a cluster of one host/, /leave the comma out/],
    ['cluster:,docker@28.5.2+swarm', /^a cluster of one host/, /leave the comma out/],
    ['cluster:docker@28.5.2', /^nothing joins the hosts of/, /\+consul, \+etcd, \+zookeeper, \+swarm/],
    ['cluster:docker@28.5.2+', /^nothing joins the hosts of/, /\+swarm/],
    ['cluster:docker@20.10.24+etc', /^the lab has no store "etc"/, /did you mean \+etcd\?/],
    ['cluster:docker@20.10.24+redis', /^the lab has no store "redis"/, /stores are consul, etcd, zookeeper/],
    ['cluster:docker@20.10.99-x+etcd', /^not a version of an engine/, /the lab has/],
    ['cluster:moby+etcd', /^the lab has no engine "moby"/, /docker@VERSION/],
    [`cluster:${Array(9).fill('docker@28.5.2').join(',')}+swarm`, /^a cluster has at most 8 hosts/, /write cluster:/],
  ])('%j is refused with a mend', (text, message, mend) => {
    const error = refusal(text);
    expect(error.message).toMatch(message);
    expect(error.mend).toMatch(mend);
  });
});
