import fc from 'fast-check';
import semver from 'semver';
import { anyText } from '../fixtures/arbitrary';
import { apiInRange, applicableChange, compareApiVersions, engineSemver } from './changes';

const VERSIONS = ['v', '1', '20', '10', '24', '.', '-ce', '+dfsg1', '-rc.1', '~3', '99999999999999999999', '0'];
const RANGES = ['>=', '<', '1.13.0', '28.0.0', ' ', '||', '^', '~', '-', 'x', '*', '=', '4.3.1', '1.23'];

const api = fc.tuple(fc.nat({ max: 999 }), fc.nat({ max: 999 })).map(([major, minor]) => `${major}.${minor}`);

describe('versions', () => {
  test('of an API are in one order', () => {
    fc.assert(
      fc.property(api, api, api, (a, b, c) => {
        expect(Math.sign(compareApiVersions(a, b))).toBe(-Math.sign(compareApiVersions(b, a)) + 0);
        if (compareApiVersions(a, b) <= 0 && compareApiVersions(b, c) <= 0) {
          expect(compareApiVersions(a, c)).toBeLessThanOrEqual(0);
        }
        expect(apiInRange(a, `>=${b}`)).toBe(compareApiVersions(a, b) >= 0);
      }),
    );
  });

  test('of any engine fall into a range or do not, and no text of either breaks that', () => {
    fc.assert(
      fc.property(
        anyText(VERSIONS, 8),
        anyText(RANGES, 5),
        anyText(RANGES, 4),
        api,
        (version, engine, ofApi, asked) => {
          const change = { vendor: 'docker', engine, api: ofApi, why: 'a', reference: 'b' } as const;
          const facts = { vendor: 'docker', version, apiVersionAsked: asked };
          expect([undefined, change]).toContain(applicableChange([change], facts));
        },
      ),
    );
  });

  test('that are read are whole numbers that semver knows', () => {
    fc.assert(
      fc.property(anyText(VERSIONS, 8), (text) => {
        const read = engineSemver(text);
        if (read !== null) expect(semver.valid(read)).toBe(read);
      }),
    );
  });
});
