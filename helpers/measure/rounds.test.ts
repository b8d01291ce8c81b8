import type { Operation } from '../../reports/report';
import { EngineTrouble } from '../engine/trouble';
import { NotMeasured } from './not-measured';
import { type Step, takeInTurn } from './rounds';

interface Subject {
  readonly name: string;
}

const SUBJECTS: readonly Subject[] = [{ name: 'a' }, { name: 'b' }, { name: 'c' }];
const signal = () => new AbortController().signal;

/** Writes down who was asked for what, and takes as many milliseconds as it was asked before. */
function steps(taken: string[], ...made: (readonly [Operation, Operation?])[]): Step<Subject>[] {
  return made.map(([operation, after]) => ({
    operation,
    ...(after === undefined ? {} : { after }),
    run: async ({ name }) => {
      const asked = taken.filter((line) => line === `${operation} ${name}`).length;
      taken.push(`${operation} ${name}`);
      return asked;
    },
  }));
}

describe('samples that are taken in turn', () => {
  it('come one operation after the other from all engines, each round beginning with another', async () => {
    const taken: string[] = [];
    await takeInTurn(SUBJECTS, steps(taken, ['ping'], ['create']), 1, signal());
    expect(taken).toEqual([
      ...['ping a', 'ping b', 'ping c', 'create a', 'create b', 'create c'],
      ...['ping b', 'ping c', 'ping a', 'create b', 'create c', 'create a'],
    ]);
  });

  it('are as many as was asked for; the round that fills the caches is none of them', async () => {
    const tracks = await takeInTurn(SUBJECTS, steps([], ['ping']), 3, signal());
    expect(tracks.map(({ samples }) => samples.get('ping'))).toEqual([
      [1, 2, 3],
      [1, 2, 3],
      [1, 2, 3],
    ]);
  });

  it('leave out what one engine refuses, and all that comes after it there', async () => {
    const taken: string[] = [];
    const [create, start, exec, ping] = steps(taken, ['create'], ['start', 'create'], ['exec', 'start'], ['ping']);
    const refusing: Step<Subject> = {
      ...(create as Step<Subject>),
      run: async (subject) => {
        if (subject.name === 'b' && taken.includes('create a')) throw new NotMeasured('refused');
        return (create as Step<Subject>).run(subject);
      },
    };
    const all = [refusing, start, exec, ping] as Step<Subject>[];
    const [a, b] = await takeInTurn(SUBJECTS, all, 2, signal());
    expect([...(a?.samples.keys() ?? [])]).toEqual(['create', 'start', 'exec', 'ping']);
    expect([...(b?.samples.keys() ?? [])]).toEqual(['ping']);
    expect([...(b?.refused ?? [])]).toEqual([['create', 'refused']]);
    expect(taken).not.toContain('start b');
  });

  it('leave out what is refused only later, as it then has too few samples', async () => {
    let asked = 0;
    const late: Step<Subject> = {
      operation: 'ping',
      run: async () => {
        asked += 1;
        if (asked === 3) throw new NotMeasured('no more');
        return 1;
      },
    };
    const [track] = await takeInTurn([{ name: 'a' }], [late], 5, signal());
    expect(track?.samples.size).toBe(0);
    expect(asked).toBe(3);
  });

  it('end with an engine that gives no more answers, and go on with the others', async () => {
    const taken: string[] = [];
    const [ping, create] = steps(taken, ['ping'], ['create']) as [Step<Subject>, Step<Subject>];
    const dying: Step<Subject> = {
      ...ping,
      run: async (subject) => {
        if (subject.name === 'c' && taken.includes('ping c')) throw new EngineTrouble('timeout', 'no answer');
        return ping.run(subject);
      },
    };
    const [a, , c] = await takeInTurn(SUBJECTS, [dying, create], 2, signal());
    expect(a?.samples.size).toBe(2);
    expect(c?.samples.size).toBe(0);
    expect(c?.lost).toBe('ping: no answer');
    expect(taken.filter((line) => line === 'create c')).toHaveLength(1);
  });

  it('are not taken of what an operation is not for', async () => {
    const [step] = steps([], ['round-trip-overlay']) as [Step<Subject>];
    const tracks = await takeInTurn(SUBJECTS, [{ ...step, isFor: ({ name }) => name === 'b' }], 1, signal());
    expect(tracks.map(({ samples, refused }) => [samples.size, refused.size])).toEqual([
      [0, 0],
      [1, 0],
      [0, 0],
    ]);
  });

  it('do not hide a fault of the suite, nor an interruption', async () => {
    const broken: Step<Subject> = { operation: 'ping', run: async () => Promise.reject(new TypeError('a fault')) };
    await expect(takeInTurn(SUBJECTS, [broken], 1, signal())).rejects.toThrow('a fault');
    await expect(takeInTurn(SUBJECTS, steps([], ['ping']), 1, AbortSignal.abort())).rejects.toThrow(/abort/i);
  });
});
