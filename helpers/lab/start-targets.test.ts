import { someTarget } from '../fixtures/facts';
import { httpAnswers, json } from '../fixtures/http-answers';
import { parseLabEngine } from './engine-name';
import { recipeOf } from './start-engine';
import { otherVersion } from './start-targets';

describe('an engine', () => {
  test.each([
    ['docker@26.1.5', '26.1.5+dfsg1', undefined],
    ['docker@20.10.24', '20.10.24', undefined],
    ['docker@28.5.2', '29.1.0', 'docker@28.5.2 is 29.1.0 by now, which is what Debian forky has; it is judged as that'],
    [
      'docker@27.0.1',
      '27.0.3',
      'docker@27.0.1 is 27.0.3 by now, which is what docker:27.0.1-dind has; it is judged as that',
    ],
    ['image:x', '1.2.3', undefined],
  ])('that was asked for as %s and is %s', async (name, version, said) => {
    const server = await httpAnswers({
      'GET /version': json({ Version: version, ApiVersion: '1.41' }),
      'GET /info': json({}),
    });
    const target = someTarget({ id: name, endpoint: server.endpoint });
    expect(await otherVersion(parseLabEngine(name), target)).toBe(said);
    await server.close();
  });

  test('of a version that the catalogue lacks is the official image of it', () => {
    expect(recipeOf(parseLabEngine('docker@27.0.1'))).toMatchObject({
      kind: 'docker@27.0.1',
      source: { kind: 'image', reference: 'docker:27.0.1-dind' },
    });
  });
});
