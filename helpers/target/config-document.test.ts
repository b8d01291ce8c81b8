import { parseLocated } from './config-document';

const TEXT = `# head

list:
  # about one
  - name: one
    many:
      - a
      - b

  # about two
  - name: two
    text: |
      several
      lines

# end
`;

describe('the lines of a document', () => {
  const { value, linesOf } = parseLocated(Buffer.from(TEXT), 'x.yaml');

  test('are those of a part, without the comments around it', () => {
    expect(value).toEqual({
      list: [
        { name: 'one', many: ['a', 'b'] },
        { name: 'two', text: 'several\nlines\n' },
      ],
    });
    expect(linesOf(['list', 0])).toEqual({ first: 5, last: 8 });
    expect(linesOf(['list', 0, 'many', 1])).toEqual({ first: 8, last: 8 });
    expect(linesOf(['list', 1])).toEqual({ first: 11, last: 14 });
  });

  test('of what is not there are those of what is above it', () => {
    expect(linesOf(['list', 0, 'reason'])).toEqual({ first: 5, last: 8 });
    expect(linesOf(['other', 3])).toEqual(linesOf([]));
  });

  test('of an empty document are the first', () => {
    expect(parseLocated(Buffer.from('# nothing\n'), 'x.yaml').linesOf(['waivers', 0])).toEqual({ first: 1, last: 1 });
  });
});
