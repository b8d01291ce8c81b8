/** An engine as it was probed. */
import type { Column } from '../../columns';
import { Code, Said } from './text';

export function Engine({ column: { target } }: { readonly column: Column }) {
  const { host, cluster } = target;
  return (
    <section class="part" aria-labelledby="engine">
      <h2 id="engine">The engine</h2>
      <dl class="facts">
        <Fact name="Engine" value={`${target.vendor} ${target.version}`} />
        <Fact name="Endpoint" value={target.endpoint} />
        <Fact name="Named by" value={target.source} />
        <Fact
          name="API"
          value={`${target.apiVersionAsked} asked, ${target.minApiVersion} to ${target.apiVersion} offered`}
        />
        <Fact name="System" value={`${target.os}, kernel ${target.kernel}, ${target.arch}`} />
        <Fact name="Storage driver" value={target.storageDriver} />
        <Fact name="Control groups" value={target.cgroup} />
        <dt>Its host</dt>
        <dd>
          {host.local ? (
            'this machine'
          ) : (
            <Said of={`not proven to be this machine: ${host.reason ?? 'no reason given'}`} />
          )}
        </dd>
      </dl>
      {cluster === undefined ? null : (
        <>
          <h3>The cluster</h3>
          <p>
            <Said
              of={`${cluster.formed ? 'Formed' : 'Not formed'}${cluster.reason === undefined ? '' : `: ${cluster.reason}`}; joined by ${joinedBy(cluster)}.`}
            />
          </p>
          <ul class="hosts">
            {cluster.hosts.map((each) => (
              <li key={each.name}>
                <Code of={`${each.name}  ${each.vendor} ${each.version} at ${each.endpoint}, ${each.address}`} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function joinedBy({ mode, store }: NonNullable<Column['target']['cluster']>): string {
  if (mode === 'store') return store ?? 'a store';
  return mode === 'swarm' ? 'swarm mode' : 'nothing';
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <Code of={value} />
      </dd>
    </>
  );
}
