import type { CheckedError, CheckResult } from './check';
import { checkJson, checkPage } from './check-page';

const PLAIN = { colour: false, unicode: true, width: 80 };
const ERROR: CheckedError = {
  document: 1,
  name: '/web',
  id: '4f2a9c0b7d1e4f2a9c0b7d1e4f2a9c0b7d1e4f2a9c0b7d1e4f2a9c0b7d1e4f2a',
  path: '/HostConfig/DiskQuota',
  place: '/HostConfig/DiskQuota',
  kind: 'missing',
  expected: 'present: an integer',
  observed: 'absent',
};
const DEPARTING: CheckResult = {
  schema: 'container-inspect',
  strict: false,
  valid: false,
  documents: 3,
  departing: 2,
  errors: [ERROR, { ...ERROR, path: '/Id', kind: 'format' }, { ...ERROR, document: 2, name: null, id: null, path: '' }],
  errorsLeftOut: 0,
};
const VALID: CheckResult = { ...DEPARTING, valid: true, documents: 1, departing: 0, errors: [] };

describe('the page of a check', () => {
  it('lists the departures by document, and ends with a line that says it all', () => {
    expect(checkPage(DEPARTING, PLAIN)).toBe(
      [
        'document 2 of 3 · /web · 4f2a9c0b7d1e',
        '  ✗ /HostConfig/DiskQuota  missing',
        '    expected  present: an integer',
        '    observed  absent',
        '  ✗ /Id  format',
        '    expected  present: an integer',
        '    observed  absent',
        '',
        'document 3 of 3',
        '  ✗ the whole document  missing',
        '    expected  present: an integer',
        '    observed  absent',
        '',
        '✗ 2 of 3 documents depart from container-inspect in 3 places',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['one document', VALID, '✓ 1 document conforms to container-inspect\n'],
    ['several', { ...VALID, documents: 2, strict: true }, '✓ 2 documents conform to container-inspect (strict)\n'],
  ])('is one line where nothing departs: %s', (_what, result, text) => {
    expect(checkPage(result, PLAIN)).toBe(text);
  });

  it('of one document does not number it', () => {
    const result = {
      ...DEPARTING,
      documents: 1,
      departing: 1,
      errors: [{ ...ERROR, document: 0, id: 'sha256:0123456789abcdef' }],
    };
    const lines = checkPage(result, PLAIN).trim().split('\n');
    expect(lines[0]).toBe('the document · /web · sha256:0123456789ab');
    expect(lines.at(-1)).toBe('✗ 1 document departs from container-inspect in 1 place');
  });

  it('says how many departures it does not show', () => {
    const errors = Array.from({ length: 250 }, (_, index) => ({ ...ERROR, path: `/${index}` }));
    expect(checkPage({ ...DEPARTING, errors }, PLAIN)).toContain('/199  missing');
    expect(checkPage({ ...DEPARTING, errors }, PLAIN)).not.toContain('/200  missing');
    expect(checkPage({ ...DEPARTING, errors }, PLAIN)).toContain('\n50 more departures; --json lists all\n');
    expect(checkPage({ ...DEPARTING, errors, errorsLeftOut: 1 }, PLAIN)).toContain(
      '\n51 more departures; --json lists more\n',
    );
  });

  it('has colours where they are wanted, and signs in ASCII where no more can be shown', () => {
    expect(checkPage(DEPARTING, { ...PLAIN, colour: true })).toContain('\u001b[31m');
    expect(checkPage({ ...DEPARTING, errors: [{ ...ERROR, name: 'é' }] }, { ...PLAIN, unicode: false })).toMatch(
      /^[ -~\n]+$/,
    );
  });

  it('obeys nothing that an engine said', () => {
    const hostile = '\u001b[2J\u009b31m\n\u202e';
    const error = { ...ERROR, name: hostile, id: hostile, path: `/${hostile}`, expected: hostile, observed: hostile };
    expect(checkPage({ ...DEPARTING, errors: [error] }, PLAIN).replaceAll('\n', '')).toMatch(/^[^\p{Cc}\p{Cf}]+$/u);
  });
});

describe('the JSON of a check', () => {
  it('is ASCII, and says the same', () => {
    const result = { ...DEPARTING, errors: [{ ...ERROR, observed: '"\u001b\u009b\u202e\u{1f600}é"' }] };
    expect(checkJson(result)).toMatch(/^[ -~\n]+$/);
    expect(JSON.parse(checkJson(result))).toEqual(result);
  });
});
