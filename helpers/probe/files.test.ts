import fc from 'fast-check';
import { listFiles, parseFiles, probeDataFacts } from './files';

/** Of /probe/data, printed by BusyBox 1.35 in a container. */
const DATA = `stat 41ed 0 0 .
stat 41e8 0 0 ./empty
stat a1ff 0 0 ./link
target one.txt
stat 81a4 0 0 ./one.txt
sha256 2c8b08da5ce60398e1f19af0e5dccc744df274b826abe585eaba68c525434806  ./one.txt
stat 81a0 1000 1000 ./owned.txt
sha256 4e40b31538e8ed1b8dbdbb7d99de73e7d58c63602f39351ff338d289f9f14867  ./owned.txt
stat 81ed 0 0 ./run
sha256 a4e0317eafab5cf1bc4a0041c7c8aeb6ece56fe72e7b2b3017a8a6574614cd35  ./run
stat 41ed 0 0 ./sub
stat 81a4 0 0 ./sub/two.txt
sha256 27dd8ed44a83ff94d557f9fd0412ed5a8cbca69ea04922d88c01184a07300a5a  ./sub/two.txt
`;

test('What the probe lists of its own data is what the tree says.', () => {
  expect(parseFiles(DATA)).toEqual(probeDataFacts());
});

test('A change of mode, owner or content shows.', () => {
  expect(parseFiles(DATA.replace('81a0', '81a4'))).not.toEqual(probeDataFacts());
  expect(parseFiles(DATA.replace('1000 1000', '0 0'))).not.toEqual(probeDataFacts());
  expect(parseFiles(DATA.replace('2c8b', '0000'))).not.toEqual(probeDataFacts());
});

test('A device and a pipe are of another type.', () => {
  const text = 'stat 21b6 0 0 ./null\nstat 11a4 0 0 ./pipe\n';
  expect(parseFiles(text).map((each) => each.type)).toEqual(['other', 'other']);
});

test('The directory is an argument of the script and not part of it.', () => {
  expect(listFiles('/webapp; id').slice(3)).toEqual(['list', '/webapp; id']);
});

test('Any text is read without an exception.', () => {
  const near = fc.constantFrom(...DATA.split('\n'), 'target x', 'stat ffffffff 1 1 ./x');
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), near)), (lines) => {
      expect(Array.isArray(parseFiles(lines.join('\n')))).toBe(true);
    }),
  );
});
