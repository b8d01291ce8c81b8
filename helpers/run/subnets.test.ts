import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { addressIn, overlaps, parseRange, SubnetPool } from './subnets';

const octet = fc.nat({ max: 255 });
/** Ranges within what the pool chooses from, so that they are in its way. */
const nearRange = fc
  .tuple(fc.constantFrom('10', '172', '192.168'), octet, octet, octet, fc.integer({ min: 8, max: 32 }))
  .map(([first, b, c, d, bits]) => `${first === '192.168' ? `${first}.${c}.${d}` : `${first}.${b}.${c}.${d}`}/${bits}`);

/** First and last address of a range, as numbers: another way to say what overlaps. */
function ends(text: string): readonly [number, number] {
  const [address = '', bits = '32'] = text.split('/');
  const value = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - Number(bits));
  const first = Math.floor(value / size) * size;
  return [first, first + size - 1];
}

function share(a: string, b: string): boolean {
  const [[aFirst, aLast], [bFirst, bLast]] = [ends(a), ends(b)];
  return aFirst <= bLast && bFirst <= aLast;
}

describe('a subnet that is chosen', () => {
  test('shares no address with what is taken, nor with one that was chosen before', () => {
    fc.assert(
      fc.property(fc.array(nearRange, { maxLength: 12 }), (taken) => {
        const pool = new SubnetPool(taken);
        const chosen: string[] = [];
        try {
          for (let count = 0; count < 5; count += 1) chosen.push(pool.next());
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
        for (const [index, subnet] of chosen.entries()) {
          expect(subnet).toMatch(/^\d+\.\d+\.\d+\.0\/24$/);
          for (const other of [...taken, ...chosen.slice(0, index)])
            expect([subnet, other, share(subnet, other)]).toEqual([subnet, other, false]);
        }
      }),
    );
  });

  test('is private, and never in 172.25.0.0/16', () => {
    const pool = new SubnetPool(['10.0.0.0/8']);
    for (let count = 0; count < 200; count += 1) {
      const [address = ''] = pool.next().split('/');
      expect(ipaddr.parse(address).range()).toBe('private');
      expect(share(`${address}/24`, '172.25.0.0/16')).toBe(false);
    }
  });

  test('is found where only one is left, and then no more', () => {
    const all = Array.from({ length: 128 }, (_, index) => `192.168.${128 + index}.0/24`);
    const taken = ['10.0.0.0/8', '172.16.0.0/12', ...all.filter((subnet) => subnet !== '192.168.200.0/24')];
    const pool = new SubnetPool(taken);
    expect(pool.next()).toBe('192.168.200.0/24');
    expect(() => pool.next()).toThrow(RangeError);
  });

  test('is none that holds a single address in use, the first or the last of it', () => {
    const rest = Array.from({ length: 127 }, (_, index) => `192.168.${129 + index}.0/24`);
    for (const address of ['192.168.128.0', '192.168.128.255']) {
      expect(() => new SubnetPool(['10.0.0.0/8', '172.16.0.0/12', ...rest, address]).next()).toThrow(RangeError);
    }
  });

  test('does not mind a default route, nor text that is no range', () => {
    const pool = new SubnetPool([
      '0.0.0.0/0',
      '',
      'default',
      'fe80::/64',
      '10.1.2.3/33',
      '999.1.1.1/8',
      'x'.repeat(10_000),
    ]);
    expect(pool.next()).toMatch(/\/24$/);
  });

  test('differs from run to run', () => {
    const chosen = new Set(Array.from({ length: 20 }, () => new SubnetPool([]).next()));
    expect(chosen.size).toBeGreaterThan(10);
  });
});

test('two ranges overlap exactly where they share an address', () => {
  fc.assert(
    fc.property(nearRange, nearRange, (a, b) => {
      const [first, second] = [parseRange(a), parseRange(b)];
      if (first === undefined || second === undefined) throw new Error(`${a} or ${b} was not read`);
      expect(overlaps(first, second)).toBe(share(a, b));
      expect(overlaps(second, first)).toBe(share(a, b));
    }),
  );
});

test.each<[string, string | undefined]>([
  ['10.1.2.3', '10.1.2.3/32'],
  ['10.1.2.0/24', '10.1.2.0/24'],
  ['0.0.0.0/0', '0.0.0.0/0'],
  ['10.1.2', undefined],
  ['10.1.2.3/-1', undefined],
  ['10.1.2.3/24/24', undefined],
  ['::ffff:10.1.2.3', undefined],
  ['0x0a010203', undefined],
])('%s is read as %s', (text, expected) => {
  expect(parseRange(text)?.map(String).join('/')).toBe(expected);
});

test.each<[string, number, string]>([
  ['10.93.7.0/24', 1, '10.93.7.1'],
  ['10.93.7.0/24', 255, '10.93.7.255'],
  ['10.93.0.0/16', 256, '10.93.1.0'],
  ['192.168.255.0/24', 22, '192.168.255.22'],
])('in %s the address number %d is %s', (subnet, number, expected) => {
  expect(addressIn(subnet, number)).toBe(expected);
});
