/** What is below every view: where this came from, and what is not in it. */
import { showDuration } from '../../values';
import { visible } from '../state/visible';
import { usePage } from './context';

export function Footer() {
  const { model } = usePage();
  const { tool, run } = model.report;
  return (
    <footer class="foot">
      <p>
        {tool.name} {visible(tool.version)} · run {visible(run.id)} · started {shownTime(run.startedAt)} · took{' '}
        {showDuration(run.durationMs)}
      </p>
      {model.leftOut > 0 ? (
        <p>
          The evidence of {model.leftOut} results was left out of this page for its size. It is in report.json, unless
          it was too large for that too.
        </p>
      ) : null}
    </footer>
  );
}

/** `2026-11-25 15:09:24 UTC`. */
function shownTime(time: string): string {
  return visible(time)
    .replace('T', ' ')
    .replace(/(?:\.\d+)?Z$/, ' UTC');
}
