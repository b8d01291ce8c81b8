import { EngineTrouble } from '../engine/trouble';
import { clientOn } from '../fixtures/engine-on';
import { enginesOfTests } from '../fixtures/engines-of-tests';
import { body, type Reply, reset } from '../fixtures/http-answers';
import { ClaimFailure } from '../verdict/failure';
import { verdictOf } from './attempt-verdict';

const current = enginesOfTests();
const failure = new ClaimFailure('the id', 1, 2);

describe('a verification that fails', () => {
  test.each<[string, Reply]>([
    ['well', body('OK')],
    ['badly', body('the disk is full', 500)],
  ])('is the failure of an engine that still answers, %s', async (_how, reply) => {
    current().server.on('GET /_ping', reply);
    expect(await verdictOf(failure, [current().client])).toMatchObject({
      verdict: 'fail',
      reason: failure.message,
      failure: { what: 'the id', expected: 1, observed: 2 },
    });
  });

  test('says nothing of an engine that is gone, nor where one of several is', async () => {
    current().server.on('GET /_ping', body('OK'));
    const gone = clientOn({ kind: 'tcp', host: '127.0.0.1', port: 0 });
    const nothing = { verdict: 'error', reason: 'the engine stopped answering while this was tried' };
    expect(await verdictOf(failure, [current().client, gone])).toEqual(nothing);
    current().server.on('GET /_ping', reset);
    expect(await verdictOf(failure, [current().client])).toEqual(nothing);
    gone.close();
  });
});

test('an answer of an engine that was led astray by something else says nothing of a claim', async () => {
  current().server.on('GET /_ping', body('OK'));
  const answer = (status: number, message: string) => {
    const [text, json] = [JSON.stringify({ message }), { message }];
    return { method: 'GET', path: '/networks', status, headers: {}, text, json, durationMs: 1 };
  };
  const verdict = async (status: number, message: string) => {
    const failed = new ClaimFailure('the list', 200, message, answer(status, message));
    return (await verdictOf(failed, [current().client])).verdict;
  };
  const astray = 'network inspection mismatch: asked to join 2 CNI network(s) [a b], but have information on 1';
  expect(await verdict(500, astray)).toBe('error');
  expect(await verdict(200, astray)).toBe('fail');
  expect(await verdict(500, 'internal libpod error')).toBe('fail');
});

test('Whatever else a body throws is an error, and the engine is not asked for it.', async () => {
  const trouble = new EngineTrouble('timeout', 'GET /info was not answered');
  expect(await verdictOf(trouble, [current().client])).toEqual({
    verdict: 'error',
    reason: 'the engine gave no answer: GET /info was not answered',
  });
  expect(await verdictOf(new Error('broken'), [current().client])).toEqual({ verdict: 'error', reason: 'broken' });
  expect(current().server.asked).toEqual([]);
});
