import fc from 'fast-check';
import { oneLine, quoted } from './quoted';

test('a text in quotes cannot steer a terminal, turn its direction or fill it', () => {
  expect(quoted('a "b"')).toBe('"a \\"b\\""');
  expect(quoted('\u001b[31m\u009b\u202e\u2028\ud800')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}]/u);
  expect(quoted('x'.repeat(200))).toBe(`"${'x'.repeat(100)}..."`);
});

test('of any text one bounded line is made', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
      for (const line of [quoted(text), oneLine(text)]) expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    }),
  );
  expect(oneLine('  ssh: no route\r\n\tto host\n')).toBe('ssh: no route to host');
  expect(oneLine('y'.repeat(400))).toHaveLength(303);
});
