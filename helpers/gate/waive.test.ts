import { driftId } from '../../reports/baseline';
import { aDrift, aResult, DOCKER } from '../../reports/fixtures/pieces';
import type { Report } from '../../reports/report';
import { reportErrors } from '../../reports/validate';
import { aBaseline, aRun, fails, was, wasDrift } from '../fixtures/gate';
import { compareTarget } from './compare';
import { isDriftOf } from './patterns';
import { proposal } from './propose';
import { gatedReport, gateStatus } from './verdict';
import { waive } from './waive';
import { waiversIn } from './waivers-file';

const TODAY = '2027-01-31';

interface Said {
  readonly claims?: string;
  readonly drift?: string;
  readonly targets?: string;
  readonly changes?: string;
  readonly expires?: string;
}

function waivers(...all: readonly Said[]) {
  const text = all.map(({ claims, drift, targets, changes, expires = '2027-01-31' }) => [
    '  - reason: r',
    ...Object.entries({ claims, drift, targets, changes }).flatMap(([key, value]) =>
      value === undefined ? [] : [`    ${key}: ${JSON.stringify(value.split('; '))}`],
    ),
    '    owner: o',
    '    reference: x',
    `    expires: ${expires}`,
  ]);
  return waiversIn(Buffer.from(`waivers:\n${text.flat().join('\n')}\n`), 'w.yaml');
}

/** Two regressions, one fixed, one that passes, one that fails as before, one that is not judged; drift new and gone. */
const RUN = aRun(
  [
    fails('network.a'),
    fails('network.b'),
    aResult('engine.fixed'),
    aResult('engine.passes'),
    fails('engine.fails'),
    aResult('engine.elsewhere', { verdict: 'not-applicable', outcome: 'not-judged', reason: 'no' }),
  ],
  { drift: [aDrift('/New/Field'), aDrift('/Same')], also: ['volume.unselected'] },
);
const BASELINE = aBaseline(
  [
    ...['network.a', 'network.b', 'engine.passes'].map((id) => was(id)),
    was('engine.fixed', 'x'),
    was('engine.fails', 'w: expected 1, observed 2'),
  ],
  [wasDrift(aDrift('/Same')), wasDrift(aDrift('/Gone'))],
);
const COMPARISON = compareTarget(RUN, DOCKER, { name: 'b', baseline: BASELINE, toolVersion: null }, 'gate');
const ALL: readonly Said[] = [
  { claims: 'network.a; network.b' },
  { drift: 'version /New/* added' },
  { claims: 'engine.fixed', drift: 'version /Gone', changes: 'fixed; gone' },
];

function waived(...all: readonly Said[]) {
  const [comparison] = waive([COMPARISON], waivers(...all), RUN, TODAY);
  if (comparison === undefined) throw new Error('no comparison');
  return comparison;
}

const acceptedBy = (...all: readonly Said[]) =>
  waived(...all).differences.flatMap(({ id, accepted }) => (accepted ? [id] : []));
const problemsOf = (...all: readonly Said[]) =>
  waived(...all).waivers.map(({ where, problem, message }) => `${where} ${problem}: ${message}`);

describe('a waiver', () => {
  test('accepts what its globs name, and says by whom and until when', () => {
    expect(acceptedBy({ claims: 'network.*' })).toEqual(['network.a', 'network.b']);
    expect(waived({ claims: 'network.a' }).differences[0]).toMatchObject({
      accepted: true,
      waiver: `r (o, until ${TODAY})`,
    });
    expect(acceptedBy({ drift: 'version /New/*' }, { drift: 'info /**; version /**' })).toEqual([
      'version /New/Field added',
    ]);
  });

  test('accepts what is better only where it says so', () => {
    expect(acceptedBy({ claims: '**' }, { drift: '* /**' })).toEqual([
      'network.a',
      'network.b',
      'version /New/Field added',
    ]);
    expect(acceptedBy({ claims: '**', changes: 'fixed' })).toEqual(['engine.fixed']);
  });

  test('accepts on its targets alone, and is left in peace on others', () => {
    expect(acceptedBy({ claims: 'network.*', targets: 'docker@*' })).toEqual([]);
    expect(problemsOf({ claims: 'network.*', targets: 'docker@*', expires: '2026-01-01' })).toEqual([]);
    expect(acceptedBy({ claims: 'network.a', targets: DOCKER.id })).toEqual(['network.a']);
    expect(acceptedBy({ claims: 'network.a', targets: 'unix:*' })).toEqual(['network.a']);
  });

  test('that has expired accepts nothing and is told of, from the day after', () => {
    expect(acceptedBy({ claims: 'network.a', expires: '2027-01-30' })).toEqual([]);
    expect(problemsOf({ claims: 'network.a', expires: '2027-01-30' })).toEqual([
      'w.yaml:2 expired: it held until 2027-01-30: delete lines 2 to 6, or say until when it holds',
    ]);
    expect(problemsOf({ claims: 'network.a' })).toEqual([]);
  });

  test.each<[string, Said, string[]]>([
    ['names no claim', { claims: 'engine.none' }, ['matches-nothing: engine.none matches nothing that changed']],
    [
      'names what passes now',
      { claims: 'engine.passes' },
      ['passes-now: engine.passes passes now: delete lines 2 to 6'],
    ],
    ['names what was failing and passes', { claims: 'engine.fixed' }, ['passes-now: engine.fixed passes now']],
    ['names what fails as it did', { claims: 'engine.fails' }, ['matches-nothing: engine.fails matches nothing']],
    ['names what is not judged here', { claims: 'engine.elsewhere' }, []],
    ['names what was not selected', { claims: 'volume.unselected' }, []],
    ['names drift that is no more', { drift: 'version /Gone' }, ['passes-now: version /Gone departs no more']],
    ['names drift that is as it was', { drift: 'version /Same' }, ['matches-nothing: version /Same matches nothing']],
    ['names a wide glob', { claims: '**' }, []],
  ])('that %s is told of with the line to delete', (_what, said, expected) => {
    const problems = problemsOf(said);
    expect(problems).toHaveLength(expected.length);
    for (const [index, text] of expected.entries()) expect(problems[index]).toContain(text);
  });

  test('of which one pattern is idle loses that one alone', () => {
    expect(problemsOf({ claims: 'network.a; engine.none' })).toEqual([
      'w.yaml:3 matches-nothing: engine.none matches nothing that changed: delete line 3',
    ]);
  });

  test('of drift says nothing where the run left out what the baseline tried', () => {
    const part: Report = { ...RUN, results: RUN.results.slice(1) };
    const comparison = compareTarget(part, DOCKER, { name: 'b', baseline: BASELINE, toolVersion: null }, 'gate');
    expect(waive([comparison], waivers({ drift: 'version /Other' }), part, TODAY)[0]?.waivers).toEqual([]);
  });
});

test('waivers for all that changed let the gate pass, and the report agrees with itself', () => {
  const accepted = waive([COMPARISON], waivers(...ALL), RUN, TODAY);
  expect(gateStatus(RUN, [COMPARISON])).toBe(1);
  expect(gateStatus(RUN, accepted)).toBe(0);
  expect(reportErrors(gatedReport(RUN, accepted))).toEqual([]);
});

describe('proposed waivers', () => {
  const text = proposal([COMPARISON], new Date('2026-11-02T10:00:00Z'));

  test('are refused until their reasons are filled in', () => {
    expect(() => waiversIn(Buffer.from(text), 'w.yaml')).toThrow('reason: is empty: fill it in');
  });

  test('let the gate pass once they are, and hold for 90 days', () => {
    const filled = waiversIn(Buffer.from(text.replaceAll('""', 'because')), 'w.yaml');
    expect(filled.every(({ expires }) => expires === '2027-01-31')).toBe(true);
    expect(gateStatus(RUN, waive([COMPARISON], filled, RUN, TODAY))).toBe(0);
  });

  test('are of what nobody has accepted yet', () => {
    const rest = proposal(waive([COMPARISON], waivers({ claims: 'network.a' }), RUN, TODAY), new Date());
    expect(rest).not.toContain('network.a');
    expect(rest).toContain('network.b');
  });

  test('hold what an engine said as text', () => {
    const odd = aDrift('/a: [b]\n- *x\u001b "q" {', {
      known: { why: 'one\ntwo\u0007', reference: '# no: comment', engine: '*' },
    });
    const report = aRun([fails('network.a')], { drift: [odd] });
    const comparison = compareTarget(
      report,
      DOCKER,
      { name: 'b', baseline: aBaseline([was('network.a')]), toolVersion: null },
      'gate',
    );
    const proposed = proposal([comparison], new Date());
    expect(proposed).not.toMatch(/[^\P{C}\n]/u);
    const filled = waiversIn(Buffer.from(proposed.replaceAll('""', 'because')), 'w.yaml');
    expect(filled.flatMap(({ drift }) => drift.map(({ pattern }) => pattern))).toEqual([driftId(odd)]);
    expect(gateStatus(report, waive([comparison], filled, report, TODAY))).toBe(0);
  });
});

test.each([
  ['info /A/*/B', 'info /A/*/B added', true],
  ['info /A/** missing', 'info /A/b/c missing', true],
  ['info /A/** missing', 'info /A/b/c type', false],
  ['{info,version} /A', 'version /A added', true],
  ['info /B', 'info /A added', false],
  ['info  added', 'info  added', true],
  ['info', 'info /A added', false],
])('the pattern %s is held against %s', (pattern, id, matches) => {
  expect(isDriftOf(pattern, id)).toBe(matches);
});
