import fc from 'fast-check';
import { terminalOptions } from '../../reports/writers/layout';
import { anyJson, anyText } from '../fixtures/arbitrary';
import { UsageError } from '../usage-error';
import { check } from './check';
import { checkJson, checkPage } from './check-page';
import { schemaNames } from './names';

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 60 }).map((array) => Buffer.from(array)),
  anyText(['{', '}', '[', ']', ',', ':', '"Id"', '"Name"', '1', '{}'], 12).map((text) => Buffer.from(text)),
  fc
    .array(anyJson(['Id', 'Name', 'Labels', 'Action', 'Actor']), { minLength: 1, maxLength: 3 })
    .map((all) => Buffer.from(all.map((each) => JSON.stringify(each)).join('\n'))),
);

test('any bytes that somebody gives to check are judged, or refused with one line', () => {
  const options = { ...terminalOptions(process.stdout, {}), colour: false };
  fc.assert(
    fc.property(bytes, fc.constantFrom(...schemaNames()), fc.boolean(), (given, schema, strict) => {
      try {
        const result = check(schema, { name: 'standard input', bytes: given }, strict);
        expect(checkPage(result, options)).not.toMatch(/[^\P{C}\n]/u);
        expect(JSON.parse(checkJson(result))).toMatchObject({ schema, valid: result.valid });
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        expect(error.message).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
      }
    }),
  );
});
