/** One command that was run, with what it wrote. */
import type { ReportResult } from '../../report';
import { showMilliseconds } from '../../spread';
import { visible } from '../state/visible';
import { Body } from './body';
import { Command } from './copy';

export function RunCommand({ command }: { readonly command: ReportResult['evidence']['commands'][number] }) {
  return (
    <div class="run-command">
      <Command line={command.command} label="the command" />
      <p class="quiet">
        {command.exitCode === null ? 'did not end by itself' : `exit status ${command.exitCode}`} ·{' '}
        {showMilliseconds(command.ms)}
        {command.host === undefined ? '' : ` · on ${visible(command.host, 60)}`}
      </p>
      {command.stdout === '' ? null : <Body title="Output" of={command.stdout} />}
      {command.stderr === '' ? null : <Body title="Errors" of={command.stderr} />}
    </div>
  );
}
