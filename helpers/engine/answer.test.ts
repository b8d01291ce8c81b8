import { type Answer, errorMessage, type Json, succeeded, UnexpectedAnswer } from './answer';

const answer = (status: number, text: string, json?: Json): Answer => ({
  method: 'GET',
  path: '/v1.23/containers/x/json',
  status,
  headers: {},
  text,
  json,
  durationMs: 1,
});

describe('an answer', () => {
  test.each<[number, boolean]>([
    [101, false],
    [199, false],
    [200, true],
    [204, true],
    [299, true],
    [300, false],
    [304, false],
    [404, false],
    [500, false],
  ])('of status %d succeeded: %s', (status, expected) => {
    expect(succeeded(answer(status, ''))).toBe(expected);
  });

  test.each<[string, Answer, string]>([
    ['a text, as up to API 1.23', answer(404, 'No such container: x\n'), 'No such container: x'],
    ['an object, as since API 1.24', answer(404, '{"message":"No such x"}', { message: 'No such x' }), 'No such x'],
    ['a JSON text', answer(404, '"No such x\\n"', 'No such x\n'), 'No such x'],
    ['nothing', answer(500, ''), ''],
    ['an object without a message', answer(500, '{"cause":"x"}\n', { cause: 'x' }), '{"cause":"x"}'],
    ['a message that is none', answer(500, '{"message":{"a":1}}', { message: { a: 1 } }), '{"message":{"a":1}}'],
    ['an array', answer(500, '["x"]', ['x']), '["x"]'],
    ['a number', answer(500, '7', 7), '7'],
    ['null', answer(500, 'null', null), 'null'],
  ])('has its message where it is %s', (_what, given, expected) => {
    expect(errorMessage(given)).toBe(expected);
  });

  test('that was not expected says what was asked and what came, in bounds', () => {
    const error = new UnexpectedAnswer(answer(404, 'No such container: x\n'));
    expect(error.message).toBe('GET /v1.23/containers/x/json answered 404: No such container: x');
    expect(new UnexpectedAnswer(answer(500, 'x'.repeat(1_000_000))).message.length).toBeLessThan(400);
  });
});
