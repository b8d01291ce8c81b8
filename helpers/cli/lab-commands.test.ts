import { catchWrites, type Written } from '../fixtures/written';
import { buildProgram } from './program';

const called = jest.fn<void, [name: string, ...given: unknown[]]>();
jest.mock(
  './commands/lab.js',
  () => ({
    labUp: (...given: unknown[]) => called('up', ...given),
    labDown: (...given: unknown[]) => called('down', ...given),
    labStatus: (...given: unknown[]) => called('status', ...given),
    labEngines: (...given: unknown[]) => called('engines', ...given),
  }),
  { virtual: true },
);

let stderr: Written;
beforeEach(() => {
  called.mockClear();
  stderr = catchWrites(process.stderr);
});
afterEach(() => stderr.restore());

const parse = (...words: string[]) => buildProgram().parseAsync(['lab', ...words], { from: 'user' });

test.each<[string[], unknown[]]>([
  [
    ['up', 'docker@26.1.5'],
    ['up', ['docker@26.1.5'], {}],
  ],
  [
    ['up', 'docker@26.1.5', 'podman@5.8.6', '--bootstrap'],
    ['up', ['docker@26.1.5', 'podman@5.8.6'], { bootstrap: true }],
  ],
  [['down'], ['down', [], {}]],
  [
    ['down', 'ec-lab-1', '--images'],
    ['down', ['ec-lab-1'], { images: true }],
  ],
  [['status'], ['status', {}]],
  [
    ['status', '--json'],
    ['status', { json: true }],
  ],
  [
    ['engines', '--json'],
    ['engines', { json: true }],
  ],
])('lab %j is read', async (words, expected) => {
  await parse(...words);
  expect(called.mock.calls.map((call) => call.slice(0, expected.length))).toEqual([expected]);
});

test.each([[['up']], [['status', 'x']], [['engines', '--nonsense']], [['nonsense']]])(
  'lab %j is refused',
  async (words) => {
    await expect(parse(...words)).rejects.toMatchObject({ name: 'CommanderError' });
    expect(called).not.toHaveBeenCalled();
  },
);
