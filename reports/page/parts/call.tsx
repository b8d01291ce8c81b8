/** One call of the engine's API: method, path, status and time in a line; request, answer and a curl line when opened. */
import { useState } from 'preact/hooks';
import type { ReportResult, ReportTarget } from '../../report';
import { showMilliseconds } from '../../spread';
import { curlOf } from '../state/curl';
import { visible } from '../state/visible';
import { Body } from './body';
import { Command } from './copy';
import { Said } from './text';

type RecordedCall = ReportResult['evidence']['calls'][number];

export function Call({ call, target }: { readonly call: RecordedCall; readonly target: ReportTarget }) {
  const [opened, setOpened] = useState(false);
  const [, version, path] = /^(\/v[\d.]+)?(.*)$/s.exec(call.path) ?? [];
  const status = call.status;
  const statusClass = status === null ? 'none' : `${Math.floor(status / 100)}xx`;
  return (
    <li class="call">
      <details onToggle={(event) => event.currentTarget.open && setOpened(true)}>
        <summary>
          <span class="method">{visible(call.method, 12)}</span>
          <span class="path">
            {version === undefined ? null : <span class="version">{visible(version)}</span>}
            {visible(path ?? '', 600)}
            {call.host === undefined ? null : <span class="host"> on {visible(call.host, 60)}</span>}
          </span>
          <span class={`http http-${statusClass}`}>{status ?? 'no answer'}</span>
          <span class="time">{showMilliseconds(call.ms)}</span>
        </summary>
        {opened ? <Opened call={call} target={target} /> : null}
      </details>
    </li>
  );
}

function Opened({ call, target }: { readonly call: RecordedCall; readonly target: ReportTarget }) {
  const curl = curlOf(target, call);
  return (
    <div class="opened">
      {curl === undefined ? null : (
        <Command line={curl} label={`curl for ${visible(call.method)} ${visible(call.path, 120)}`} />
      )}
      {call.request === undefined ? null : <Body title="Request" of={call.request} />}
      {call.response === undefined ? null : <Body title="Answer" of={call.response} />}
      {call.error === undefined ? null : (
        <p class="reason">
          <Said of={call.error} />
        </p>
      )}
    </div>
  );
}
