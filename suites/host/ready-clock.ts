import { claim } from '../../helpers/claims/claim';
import type { Engine } from '../../helpers/engine/engine';
import { answers, drop, set } from '../../helpers/faults/vocabulary';
import type { Verify } from '../../helpers/verdict/verify';

/** What hosts of a cluster, and certificates, can bear; in milliseconds. */
const LIMIT_MS = 1000;

/** An answer is somewhere between question and receipt: a slow one tells little, and is asked for again. */
const FAST_MS = 300;
const ATTEMPTS = 5;

export default claim({
  id: 'host.ready.clock',
  level: 'implied',
  lines: [
    [482, 482],
    [666, 674],
  ],
  statement: "The engine's clock is within a second of ours, the time that answers take apart.",
  fault:
    'no time service runs on the host: certificates are refused there, and the order of events on two hosts is lost',
  faults: [
    { what: 'the clock is fast', plant: answers('GET /info', set('SystemTime', movedBy(2500))), expect: /clock/ },
    { what: 'the clock is slow', plant: answers('GET /info', set('SystemTime', movedBy(-2500))), expect: /clock/ },
    { what: 'it tells no time', plant: answers('GET /info', drop('SystemTime')), expect: /time in \/info/ },
    { what: 'what it tells is none', plant: answers('GET /info', set('SystemTime', 'noon')), expect: /time in \/info/ },
  ],
  async body({ engine, verify }) {
    const { aheadMs, doubtMs } = await clockOf(engine, verify);
    // What is certain of it: the clock is at least so far away.
    const certainMs = Math.max(0, Math.abs(aheadMs) - doubtMs);
    const observed = `${Math.round(aheadMs)} ms ahead of ours, give or take ${Math.ceil(doubtMs)}`;
    verify.that(certainMs <= LIMIT_MS, "the engine's clock", `within ${LIMIT_MS} ms of ours`, observed);
  },
});

interface Clock {
  /** How far it is ahead of ours; negative where it is behind. */
  readonly aheadMs: number;
  /** Half of the time that the answer took: the clock was read somewhere in it. */
  readonly doubtMs: number;
}

/** Reads the engine's clock; of some answers the fastest, where the first are slow. */
async function clockOf(engine: Engine, verify: Verify): Promise<Clock> {
  let best: Clock | undefined;
  for (let attempt = 1; attempt <= ATTEMPTS && (best === undefined || 2 * best.doubtMs > FAST_MS); attempt += 1) {
    const asked = Date.now();
    const { SystemTime } = await engine.info();
    const answered = Date.now();
    const time = Date.parse(SystemTime ?? '');
    verify.that(!Number.isNaN(time), 'the time in /info', 'a time as of RFC 3339', SystemTime ?? 'missing');
    const clock = { aheadMs: time - (asked + answered) / 2, doubtMs: (answered - asked) / 2 };
    if (best === undefined || clock.doubtMs < best.doubtMs) best = clock;
  }
  if (best === undefined || best.doubtMs > LIMIT_MS) {
    throw new Error(`each of ${ATTEMPTS} answers took longer than ${2 * LIMIT_MS} ms: no clock can be read by them`);
  }
  return best;
}

function movedBy(ms: number): Parameters<typeof set>[1] {
  return (old) => new Date(Date.parse(String(old)) + ms).toISOString();
}
