import { nameSource, newRunId, runOfName } from './identity';

const ids = Array.from({ length: 500 }, newRunId);

describe('a run id', () => {
  test('is ten letters and digits that spell no word', () => {
    for (const id of ids) expect(id).toMatch(/^[bcdfghjklmnpqrstvwxz2-9]{10}$/);
  });

  test('is another one each time', () => {
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('names', () => {
  test('of a run are all different, and tell the run', () => {
    const [id = ''] = ids;
    const next = nameSource(id);
    expect([next(), next(), next()]).toEqual([`ec-${id}-1`, `ec-${id}-2`, `ec-${id}-3`]);
    expect(runOfName(next())).toBe(id);
    expect(runOfName(`/${next()}`)).toBe(id);
  });

  test('of two runs are different', () => {
    expect(nameSource(ids[0] ?? '')()).not.toBe(nameSource(ids[1] ?? '')());
  });

  test.each([
    '',
    'bridge',
    'ec-',
    'ec-production-1',
    'ec-database01-2',
    'ec-bcdfghjklm',
    'ec-bcdfghjklm-',
    'ec-bcdfghjklm-x',
    'ec-bcdfghjklm-1-2',
    'ec-bcdfghjkl-1',
    'ec-bcdfghjklmn-1',
    'ec-BCDFGHJKLM-1',
    'xec-bcdfghjklm-1',
    '/project/ec-bcdfghjklm-1',
    'ec-bcdfghjklm-1\n',
  ])('that somebody else chose are no run’s: %j', (name) => {
    expect(runOfName(name)).toBeUndefined();
  });
});
