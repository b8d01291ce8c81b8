import type { Answer } from '../engine/answer';
import { Transcript } from '../engine/transcript';
import type { Endpoint } from '../target/target';
import { callToShow } from './call-to-show';

const THERE: Endpoint = { kind: 'tcp', host: '10.0.0.8', port: 2375 };

function answer(path: string): Answer & { readonly bytes: Buffer } {
  return {
    method: 'GET',
    path,
    status: 200,
    headers: {},
    json: {},
    text: '{}',
    durationMs: 1,
    bytes: Buffer.from('{}'),
  };
}

function shown(...[judged, transcripts]: Parameters<typeof callToShow>) {
  const found = callToShow(judged, transcripts);
  return found && [found.call.path, found.endpoint];
}

describe('the call that a person is shown', () => {
  const [body, setup] = [new Transcript('body'), new Transcript('setup')];
  const [made, first, elsewhere] = [answer('/made'), answer('/first'), answer('/elsewhere')];
  setup.at('host2', THERE).answered(undefined, made);
  body.answered(undefined, first);
  body.at('host2', THERE).answered(undefined, elsewhere);

  test('is the one whose answer was judged, also of a fixture, with the place where it was made', () => {
    expect(shown(first, [body, setup])).toEqual(['/first', undefined]);
    expect(shown(made, [body, setup])).toEqual(['/made', THERE]);
  });

  test('is the last one where no answer was judged, or one that nobody wrote down', () => {
    expect(shown(undefined, [body, setup])).toEqual(['/elsewhere', THERE]);
    expect(shown(answer('/unknown'), [body, setup])).toEqual(['/elsewhere', THERE]);
    expect(shown(undefined, [new Transcript('body'), setup])).toEqual(['/made', THERE]);
  });

  test('is that of a failed call too, and none where none was made', () => {
    const failing = new Transcript('body');
    failing.at('host2', THERE).failed('GET', '/gone', undefined, 'reset', 1);
    expect(shown(undefined, [failing])).toEqual(['/gone', THERE]);
    expect(shown(undefined, [new Transcript('body')])).toBeUndefined();
  });
});
