import { UsageError } from '../usage-error';
import { nearestNames, schemaNamed } from './schema-name';

describe('the name of a schema', () => {
  it('is taken as it is', () => {
    expect(schemaNamed('network-inspect')).toBe('network-inspect');
  });

  it.each([
    ['contianer-inspect', ['container-inspect']],
    ['inspect-container', ['container-inspect']],
    ['container-inspect.schema.json', ['container-inspect']],
    ['containerinspect', ['container-inspect']],
    ['Network-Inspect', ['network-inspect']],
    ['networks', ['network-create', 'network-inspect', 'network-list']],
    ['events', ['event']],
    ['zzz', []],
    ['', []],
  ])('that is %s in error is answered with %j', (word, names) => {
    expect(nearestNames(word)).toEqual(names);
  });

  it('offers at most five', () => {
    expect(nearestNames('inspect').length).toBeLessThanOrEqual(5);
  });

  it('in error says where the names are', () => {
    const list = 'All are listed by: engine-conformance schema list';
    const thrown = (word: string) => {
      try {
        return schemaNamed(word);
      } catch (error) {
        return error;
      }
    };
    expect(thrown('evnet')).toEqual(new UsageError('unknown schema "evnet"', `did you mean event? ${list}`));
    expect(thrown('zzz')).toMatchObject({ mend: list });
    expect(thrown('\u001b[31m')).toMatchObject({ message: 'unknown schema "\\u001b[31m"' });
  });
});
