/** Whether many runs of the same plan came to the same verdicts. */
import type { Report, Verdict } from '../../reports/report';

interface Seen {
  readonly verdicts: Map<Verdict | 'absent', number>;
  /** One reason for each verdict. */
  readonly reasons: Map<Verdict | 'absent', string>;
}

/** Collects the verdicts of run after run. */
export class Constancy {
  private readonly seen = new Map<string, Seen>();
  private readonly durations: number[] = [];
  private runs = 0;

  /** Takes in one more run; a claim that an earlier run judged and this one did not is told as absent. */
  add(report: Report): void {
    const now = new Set<string>();
    for (const { target, claim, verdict, reason } of report.results) {
      const key = `${claim} on ${target}`;
      now.add(key);
      this.count(key, verdict, reason ?? '');
    }
    for (const key of this.seen.keys()) if (!now.has(key)) this.count(key, 'absent', 'no result');
    this.runs += 1;
    this.durations.push(report.run.durationMs);
  }

  /** Were all verdicts those of the first run? An error is none, and never the same. */
  get same(): boolean {
    return this.unsteady().length === 0;
  }

  /** A line for each check whose verdict was not the same every time, or that ended in error. */
  lines(): string[] {
    return this.unsteady().map(([key, { verdicts, reasons }]) => {
      const each = [...verdicts].map(([verdict, count]) => {
        const reason = reasons.get(verdict) ?? '';
        return `${verdict} ${count} times${reason === '' ? '' : ` (${reason})`}`;
      });
      return `NOT THE SAME  ${key}: ${each.join(', ')}`;
    });
  }

  summary(): { checks: number; judged: number; unsteady: number; medianSeconds: number; longestSeconds: number } {
    const all = [...this.seen.values()];
    const judged = all.filter(({ verdicts }) => verdicts.has('pass') || verdicts.has('fail'));
    const sorted = [...this.durations].sort((a, b) => a - b);
    const seconds = (ms: number | undefined) => Math.round((ms ?? 0) / 100) / 10;
    return {
      checks: all.length * this.runs,
      judged: judged.length,
      unsteady: this.unsteady().length,
      medianSeconds: seconds(sorted[Math.floor(sorted.length / 2)]),
      longestSeconds: seconds(sorted.at(-1)),
    };
  }

  private count(key: string, verdict: Verdict | 'absent', reason: string): void {
    const seen = this.seen.get(key) ?? { verdicts: new Map(), reasons: new Map() };
    seen.verdicts.set(verdict, (seen.verdicts.get(verdict) ?? 0) + 1);
    if (!seen.reasons.has(verdict)) seen.reasons.set(verdict, reason);
    this.seen.set(key, seen);
  }

  private unsteady(): [string, Seen][] {
    return [...this.seen].filter(([, { verdicts }]) => verdicts.size > 1 || verdicts.has('error'));
  }
}
