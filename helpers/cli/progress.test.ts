import { someFacts, someTarget } from '../fixtures/facts';
import { aClaim } from '../fixtures/session-on';
import { catchWrites, type Written } from '../fixtures/written';
import type { ClaimResult } from '../run/result';
import { openProgress, type Progress } from './progress';

/** Stands for the spinner, which draws by itself and is loaded as a module that jest does not load. */
const spinner = {
  text: '',
  stopped: false,
  start: () => spinner,
  clear: () => {},
  render: () => {},
  stop: () => {
    spinner.stopped = true;
  },
};
jest.mock('ora', () => ({ __esModule: true, default: () => spinner }));

const CLAIM = aClaim('engine.a', async () => {});
const PLAN = {
  tried: [CLAIM, CLAIM],
  notApplicable: [{ claim: CLAIM, reason: 'r' }],
  notImplemented: [],
  notSelected: 0,
};

const judged = (verdict: ClaimResult['verdict'], reason: string | null) => ({
  kind: 'judged' as const,
  result: {
    claim: 'engine.a',
    verdict,
    reason,
    durationMs: 1,
    attempts: 1,
    convergence: [],
    evidence: { calls: [], commands: [], truncated: false },
  },
});

let stderr: Written;
let stdout: Written;
beforeEach(() => {
  // Also where the tests run on a terminal.
  process.env.CI = 'true';
  stderr = catchWrites(process.stderr);
  stdout = catchWrites(process.stdout);
});
afterEach(() => {
  stderr.restore();
  stdout.restore();
});

/** Tells a progress all that happens in a run. */
function tell(progress: Progress, reason: string): void {
  progress.planned(someTarget({ id: 'staging' }), someFacts(), PLAN);
  progress.progress(someTarget({ id: 'staging' }), { kind: 'begun', claim: 'engine.a' });
  progress.progress(someTarget({ id: 'staging' }), judged('pass', null));
  progress.progress(someTarget({ id: 'staging' }), judged('fail', reason));
  progress.puttingBack();
  progress.end();
}

describe('progress in a pipe', () => {
  test('is a line on what is tried and one on each check that did not pass, on stderr alone', async () => {
    tell(await openProgress(), 'the id: expected x, observed y');
    expect(stderr.text()).toBe(
      'staging: docker 20.10.24+dfsg1, asked at API 1.23 of 1.12-1.41: 2 claims to try, 1 not applicable\n' +
        'staging: fail engine.a: the id: expected x, observed y\n',
    );
    expect(stdout.text()).toBe('');
  });

  test('has one line for each, whatever an engine says, and no control of the terminal', async () => {
    tell(await openProgress(), 'observed \u001b[2Jx\ny');
    expect(stderr.text().split('\n')).toHaveLength(3);
    expect(stderr.text()).not.toContain('\u001b');
  });

  test('says what it is told', async () => {
    const progress = await openProgress();
    progress.say('installing\nan engine');
    expect(stderr.text()).toBe('installing\\nan engine\n');
  });
});

describe('progress on a terminal', () => {
  const { isTTY } = process.stderr;
  beforeEach(() => {
    delete process.env.CI;
    process.stderr.isTTY = true;
    Object.assign(spinner, { text: '', stopped: false });
  });
  afterEach(() => {
    process.stderr.isTTY = isTTY;
  });

  test('is a line that moves: how many of how many, how many did not pass, and what goes on', async () => {
    const progress = await openProgress();
    progress.say('installing\u001b[2J');
    expect(spinner.text).toBe('installing\\u001b[2J');
    progress.planned(someTarget({ id: 'staging' }), someFacts(), PLAN);
    progress.progress(someTarget(), { kind: 'begun', claim: 'engine.a' });
    expect(spinner.text).toBe('0/2  engine.a');
    progress.progress(someTarget(), judged('pass', null));
    expect(spinner.text).toBe('1/2  engine.a');
    progress.progress(someTarget(), judged('error', 'broken'));
    expect(spinner.text).toBe('2/2, 1 not passed  engine.a');
    progress.puttingBack();
    expect(spinner.text).toBe('2/2, 1 not passed  putting the hosts back as they were');
    expect(spinner.stopped).toBe(false);
    progress.end();
    expect(spinner.stopped).toBe(true);
    expect(stderr.text()).toMatch(/^staging: docker .*: 2 claims to try, 1 not applicable\n$/);
  });
});
