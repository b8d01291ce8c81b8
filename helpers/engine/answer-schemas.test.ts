import { schemaNames } from '../schema/names';
import { ANSWER_SCHEMAS, answerSchema } from './answer-schemas';

describe('the answer to a call', () => {
  test.each<[string, string, string]>([
    ['GET', '/version', 'version'],
    ['GET', '/info', 'info'],
    ['GET', '/events', 'event'],
    ['GET', '/images/json', 'image-list'],
    ['GET', '/images/probe:x/json', 'image-inspect'],
    ['GET', '/images/registry.example:5000/a/b:x/json', 'image-inspect'],
    ['GET', '/containers/json', 'container-list'],
    ['POST', '/containers/create', 'container-create'],
    ['GET', '/containers/c1/json', 'container-inspect'],
    ['POST', '/containers/c1/wait', 'container-wait'],
    ['POST', '/containers/c1/exec', 'exec-create'],
    ['GET', '/exec/e1/json', 'exec-inspect'],
    ['GET', '/networks', 'network-list'],
    ['POST', '/networks/create', 'network-create'],
    ['GET', '/networks/n%20m', 'network-inspect'],
    ['GET', '/volumes', 'volume-list'],
    ['POST', '/volumes/create', 'volume-create'],
    ['GET', '/volumes/v', 'volume-inspect'],
  ])('%s %s is judged as %s', (method, path, schema) => {
    expect(answerSchema(method, path)).toBe(schema);
  });

  test.each([
    ['POST', '/containers/c1/start'],
    ['POST', '/exec/e1/start'],
    ['GET', '/containers/c1/logs'],
    ['GET', '/_ping'],
    ['DELETE', '/networks/n'],
    ['POST', '/networks/n/connect'],
    ['GET', '/containers/c1/json/more'],
    ['POST', '/version'],
  ])('%s %s is described by no schema', (method, path) => {
    expect(answerSchema(method, path)).toBeUndefined();
  });

  test('is of each schema of an engine, but for that of errors', () => {
    const ofEngine = schemaNames().filter((name) => !name.startsWith('registry-') && name !== 'error');
    expect([...ANSWER_SCHEMAS].sort()).toEqual([...ofEngine].sort());
  });
});
