/** How a run goes on: a moving line on a terminal, a few plain lines in a pipe, on stderr; stdout is for the report. */
import { forTerminal } from '../../reports/escape';
import type { Plan } from '../run/plan';
import type { RunListener } from '../run/run';
import type { ProgressEvent } from '../run/session';
import type { TargetFacts } from '../target/facts';
import type { Target } from '../target/target';

/** A listener that shows a run, and the word that ends it. */
export interface Progress extends RunListener {
  say(line: string): void;
  end(): void;
}

/** Progress for this process: a spinner where stderr is a terminal, else lines. */
export async function openProgress(): Promise<Progress> {
  return process.stderr.isTTY && process.env.CI === undefined ? terminalProgress() : new PlainProgress();
}

/** Plain lines: what is judged, and each check that did not pass. */
class PlainProgress implements Progress {
  say(line: string): void {
    process.stderr.write(`${forTerminal(line)}\n`);
  }

  planned(target: Target, facts: TargetFacts, plan: Plan): void {
    this.say(plannedLine(target, facts, plan));
  }

  progress(target: Target, event: ProgressEvent): void {
    if (event.kind !== 'judged' || event.result.verdict === 'pass') return;
    const { verdict, claim, reason } = event.result;
    this.say(`${target.id}: ${verdict} ${claim}: ${reason ?? ''}`);
  }

  puttingBack(): void {}

  end(): void {}
}

async function terminalProgress(): Promise<Progress> {
  const { default: ora } = await import('ora');
  const spinner = ora({ text: 'reaching the targets', stream: process.stderr, discardStdin: false }).start();
  const tally = { planned: 0, judged: 0, failed: 0 };
  const show = (what: string) => {
    const failed = tally.failed === 0 ? '' : `, ${tally.failed} not passed`;
    spinner.text = `${tally.judged}/${tally.planned}${failed}  ${what}`;
  };
  return {
    say: (line) => {
      spinner.text = forTerminal(line);
    },
    planned: (target, facts, plan) => {
      tally.planned += plan.tried.length;
      spinner.clear();
      process.stderr.write(`${forTerminal(plannedLine(target, facts, plan))}\n`);
      spinner.render();
    },
    progress: (_target, event) => {
      if (event.kind === 'begun') return show(event.claim);
      tally.judged += 1;
      if (event.result.verdict !== 'pass') tally.failed += 1;
      show(event.result.claim);
    },
    puttingBack: () => show('putting the hosts back as they were'),
    end: () => {
      spinner.stop();
    },
  };
}

function plannedLine(target: Target, facts: TargetFacts, plan: Plan): string {
  const asked = `asked at API ${facts.apiVersionAsked} of ${facts.minApiVersion}-${facts.apiVersion}`;
  return `${target.id}: ${facts.vendor} ${facts.version}, ${asked}: ${plan.tried.length} claims to try, ${plan.notApplicable.length} not applicable`;
}
