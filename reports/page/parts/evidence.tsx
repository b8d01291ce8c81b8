/** The evidence of one result as a transcript: the calls and commands in their order, bodies folded. */
import { useEffect, useState } from 'preact/hooks';
import type { Column } from '../../columns';
import type { PackedEvidence } from '../../page-data';
import type { ReportResult } from '../../report';
import { count } from '../../values';
import { unpackEvidence } from '../state/evidence';
import { Call } from './call';
import { usePage } from './context';
import { RunCommand } from './run-command';

type Unpacked = PackedEvidence['evidence'] | 'unpacking' | 'none';

export function Evidence({ result, column }: { readonly result: ReportResult; readonly column: Column }) {
  const evidence = useEvidence(result);
  if (evidence === 'unpacking') return <p class="quiet">Unpacking the evidence…</p>;
  if (evidence === 'none') {
    return (
      <p class="quiet">
        {result.evidence.truncated
          ? 'Its evidence was left out of this page for its size. It is in report.json, unless it was too large for that too.'
          : 'No call was made for it.'}
      </p>
    );
  }
  const setup = evidence.calls.filter(({ phase }) => phase === 'setup');
  const body = evidence.calls.filter(({ phase }) => phase === 'body');
  return (
    <section class="evidence" aria-labelledby="evidence">
      <h2 id="evidence">
        Evidence <span class="number">{count(evidence.calls.length, 'call')}</span>
      </h2>
      {setup.length === 0 ? null : (
        <details class="setup">
          <summary>{count(setup.length, 'call')} of what it stands on</summary>
          <Calls of={setup} column={column} />
        </details>
      )}
      <Calls of={body} column={column} />
      {evidence.commands.length === 0 ? null : (
        <>
          <h3>Commands</h3>
          {evidence.commands.map((command, index) => (
            <RunCommand key={`${index}`} command={command} />
          ))}
        </>
      )}
      {evidence.truncated ? <p class="quiet">Some of it was left out for its size.</p> : null}
    </section>
  );
}

function Calls({ of, column }: { readonly of: PackedEvidence['evidence']['calls']; readonly column: Column }) {
  return (
    <ol class="calls">
      {of.map((call, index) => (
        <Call key={`${index}`} call={call} target={column.target} />
      ))}
    </ol>
  );
}

function useEvidence(result: ReportResult): Unpacked {
  const { packed } = usePage();
  const [evidence, setEvidence] = useState<Unpacked>('unpacking');
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    let current = true;
    unpackEvidence(packed(), result.claim).then(
      (all) => {
        if (current) setEvidence(all?.find(({ target }) => target === result.target)?.evidence ?? 'none');
      },
      (error: unknown) => {
        if (current) setFailure(error);
      },
    );
    return () => {
      current = false;
    };
  }, [packed, result]);
  // A page that does not unpack is broken, and says so as any other error.
  if (failure !== undefined) throw failure;
  return evidence;
}
