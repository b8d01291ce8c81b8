import type { Answer } from '../engine/answer';
import { progressOf, pushResultOf } from './progress';

const DIGEST = `sha256:${'a'.repeat(64)}`;

function answer(text: string, status = 200): Answer {
  let json: Answer['json'];
  try {
    json = JSON.parse(text) as Answer['json'];
  } catch {
    json = undefined;
  }
  return { method: 'POST', path: '/images/x/push', status, headers: {}, text, json, durationMs: 1 };
}

const lines = (...steps: unknown[]) => steps.map((step) => `${JSON.stringify(step)}\r\n`).join('');

test('a push that was done tells tag, digest and size at its end', () => {
  const progress = progressOf(
    answer(
      lines({ status: 'Pushed', id: 'ab' }, { status: `t1: digest: ${DIGEST} size: 527` }, { aux: { Tag: 't1' } }),
    ),
  );
  expect(progress.error).toBeUndefined();
  expect(progress.steps).toHaveLength(3);
  expect(pushResultOf(progress)).toEqual({ tag: 't1', digest: DIGEST, size: 527 });
});

test.each<[string, Answer, string]>([
  [
    'inside a 200',
    answer(lines({ status: 'Preparing' }, { errorDetail: { message: 'no TLS' }, error: 'no TLS' })),
    'no TLS',
  ],
  ['by its detail alone', answer(lines({ errorDetail: { message: 'no TLS' } })), 'no TLS'],
  ['of another shape', answer(lines({ error: 7 })), '7'],
  ['by the status, as a text', answer('no such image\n', 404), 'no such image'],
  ['by the status, as JSON', answer('{"message":"no such image"}', 404), 'no such image'],
])('an error comes %s', (_how, failed, message) => {
  const progress = progressOf(failed);
  expect(progress.error).toBe(message);
  expect(pushResultOf(progress)).toBeUndefined();
});

test('lines that are no objects of JSON are left out', () => {
  expect(progressOf(answer('[1]\nnonsense\n{"status":"x"}\n'))).toEqual({ steps: [{ status: 'x' }], error: undefined });
});
