import { bodyLines } from './body-lines';

describe('the lines of a body', () => {
  it('are those of indented JSON, the keys apart', () => {
    expect(bodyLines({ 'a": b': ['x', 1] })).toEqual([
      { indent: '', key: '', value: '{' },
      { indent: '  ', key: '"a\\": b": ', value: '[' },
      { indent: '    ', key: '', value: '"x",' },
      { indent: '    ', key: '', value: '1' },
      { indent: '  ', key: '', value: ']' },
      { indent: '', key: '', value: '}' },
    ]);
  });

  it('are those of a text, each made visible', () => {
    expect(bodyLines('one\n\u001b[31mtwo\u202e\n').map(({ value }) => value)).toEqual(['one', '\\u001b[31mtwo\\u202e']);
  });

  it('are bounded in number and in length', () => {
    const many = bodyLines('x\n'.repeat(20_000));
    expect(many).toHaveLength(5001);
    expect(many.at(-1)?.value).toBe('... (+15000 lines)');
    expect(bodyLines('y'.repeat(10_000))[0]?.value).toHaveLength('... (+8000 characters)'.length + 2000);
  });
});
