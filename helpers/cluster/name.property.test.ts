import fc from 'fast-check';
import { anyText } from '../fixtures/arbitrary';
import { labEngineName, looksLikeLabEngine, parseLabEngine } from '../lab/engine-name';
import { UsageError } from '../usage-error';
import { labClusterName, looksLikeLabCluster, parseLabCluster } from './name';

const ENGINES = ['docker@20.10.24', 'docker@28.5.2', 'podman@5.8.6', 'docker@99.1.2', 'image:docker:dind'];
const PIECES = [
  'cluster:',
  'docker',
  'podman',
  '@',
  ',',
  '+',
  'etcd',
  'swarm',
  'consul',
  'image:',
  'a/b:c',
  ...ENGINES,
];

const ONE_LINE = /^[^\p{Cc}\p{Zl}\p{Zp}]*$/u;

/** What was read, or undefined where it was refused as it must be. */
function read<T>(parse: (text: string) => T, text: string): T | undefined {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    expect(error.message).toMatch(ONE_LINE);
    expect(error.mend ?? '').toMatch(ONE_LINE);
    return undefined;
  }
}

describe('names of the lab', () => {
  test('of engines: any text is one that is read again from its name, or is refused with one line', () => {
    fc.assert(
      fc.property(anyText(PIECES, 6), (text) => {
        looksLikeLabEngine(text);
        const engine = read(parseLabEngine, text);
        if (engine !== undefined) expect(parseLabEngine(labEngineName(engine))).toEqual(engine);
      }),
    );
  });

  test('of clusters: any text is one that is read again from its name, or is refused with one line', () => {
    fc.assert(
      fc.property(anyText(PIECES, 8), (rest) => {
        for (const text of [rest, `cluster:${rest}`, `cluster:docker@20.10.24${rest}`]) {
          looksLikeLabCluster(text);
          const cluster = read(parseLabCluster, text);
          if (cluster !== undefined) expect(parseLabCluster(labClusterName(cluster))).toEqual(cluster);
        }
      }),
    );
  });

  test('of clusters that can be had are never refused', () => {
    const engines = fc.array(fc.constantFrom(...ENGINES.slice(0, 4)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(engines, fc.constantFrom('etcd', 'consul', 'zookeeper', 'swarm'), (names, joint) => {
        expect(parseLabCluster(`cluster:${names.join(',')}+${joint}`).engines.map(labEngineName)).toEqual(
          names.length === 1 ? [...names, ...names] : names,
        );
      }),
    );
  });
});
