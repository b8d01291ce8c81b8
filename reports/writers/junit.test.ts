import fc from 'fast-check';
import { conformingReport } from '../fixtures/conforming';
import { HOSTILE, mixedReport } from '../fixtures/mixed';
import { aClaim, aReport, aResult, DOCKER } from '../fixtures/pieces';
import { parseXml, type XmlElement } from '../fixtures/xml';
import { renderJunit } from './junit';

/** What each element may hold and carry, as junit-10.xsd of Jenkins' xUnit plugin has it; `!` marks what it must carry. */
const SCHEMA: Readonly<Record<string, { children: readonly string[]; attributes: readonly string[]; text?: true }>> = {
  testsuites: { children: ['testsuite'], attributes: ['name', 'time', 'tests', 'failures', 'errors'] },
  testsuite: {
    children: ['testsuite', 'properties', 'testcase', 'system-out', 'system-err'],
    attributes: ['name!', 'tests!', 'failures!', 'errors!', 'group', 'time', 'skipped', 'timestamp', 'hostname', 'id'],
  },
  properties: { children: ['property'], attributes: [] },
  property: { children: [], attributes: ['name!', 'value!'] },
  testcase: {
    children: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
    attributes: ['name!', 'time', 'classname', 'group'],
  },
  failure: { children: [], attributes: ['type', 'message'], text: true },
  error: { children: [], attributes: ['type', 'message'], text: true },
  skipped: { children: [], attributes: ['type', 'message'], text: true },
  'system-out': { children: [], attributes: [], text: true },
};

function violations(element: XmlElement): string[] {
  const rule = SCHEMA[element.name];
  if (rule === undefined) return [`unknown element ${element.name}`];
  const known = rule.attributes.map((name) => name.replace('!', ''));
  const required = rule.attributes.filter((name) => name.endsWith('!')).map((name) => name.slice(0, -1));
  const { name, attributes, children, text } = element;
  return [
    ...Object.keys(attributes)
      .filter((key) => !known.includes(key))
      .map((key) => `${name} has ${key}`),
    ...required.filter((key) => attributes[key] === undefined).map((key) => `${name} lacks ${key}`),
    ...children.filter((child) => !rule.children.includes(child.name)).map((child) => `${name} holds ${child.name}`),
    ...(rule.text === true || text.trim() === '' ? [] : [`${name} has text`]),
    ...(attributes.time === undefined || /^\d+\.\d{3}$/.test(attributes.time)
      ? []
      : [`${name} time ${attributes.time}`]),
    ...children.flatMap(violations),
  ];
}

function named(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...named(child, name)]);
}

function caseNamed(root: XmlElement, name: string): XmlElement {
  const found = named(root, 'testcase').find((each) => each.attributes.name === name);
  if (found === undefined) throw new Error(`no case ${name}`);
  return found;
}

describe('the report as JUnit XML', () => {
  const mixed = parseXml(renderJunit(mixedReport()));

  it.each([
    ['conforming', conformingReport()],
    ['mixed', mixedReport()],
  ])('has the structure of the common schema: %s', (_name, report) => {
    expect(violations(parseXml(renderJunit(report)))).toEqual([]);
  });

  it('has counts that add up, in each suite and over all', () => {
    const suites = named(mixed, 'testsuite');
    for (const suite of [...suites, mixed]) {
      const count = (name: string) => String(named(suite, name).length);
      expect(suite.attributes).toMatchObject({
        tests: count('testcase'),
        failures: count('failure'),
        errors: count('error'),
      });
      if (suite !== mixed) expect(suite.attributes.skipped).toBe(count('skipped'));
    }
    expect(suites).toHaveLength(7);
  });

  it('tells in the properties of a suite how far the answers drift, and how much of it is unknown', () => {
    const text = renderJunit(mixedReport());
    expect(text).toContain('<property name="drift" value="3"/>');
    expect(text).toContain('<property name="driftUnknown" value="2"/>');
  });

  it('begins each suite with its properties, and has one suite for each target and chapter', () => {
    const suites = named(mixed, 'testsuite');
    expect(suites.map((suite) => suite.children[0]?.name)).toEqual(suites.map(() => 'properties'));
    expect(suites.map((suite) => suite.attributes.name)).toEqual([
      'unix:///var/run/docker.sock.engine',
      'unix:///var/run/docker.sock.network',
      'unix:///var/run/docker.sock.volume',
      'unix:///var/run/docker.sock.findings',
      "it's podman.engine",
      "it's podman.network",
      "it's podman.findings",
    ]);
  });

  it('counts regressions and unexpected passes as failures, with what a person needs', () => {
    const [failure] = named(caseNamed(mixed, 'network.static.address-kept'), 'failure');
    expect(failure?.attributes).toEqual({
      type: 'regression',
      message: 'the address in IPAMConfig, expected: 172.28.5.9, observed: 172.28.0.2',
    });
    expect(failure?.text).toContain('by hand: curl -s --unix-socket /var/run/docker.sock');
    const [unexpected] = named(caseNamed(mixed, 'engine.socket.group-access'), 'failure');
    expect(unexpected?.attributes.type).toBe('unexpected-pass');
  });

  it.each(['engine.api.serves-1.23', 'network.internal.no-way-out'])('passes %s and says that it fails', (id) => {
    const children = caseNamed(mixed, id).children;
    expect(children.map((child) => child.name)).toEqual(['system-out']);
    expect(children[0]?.text).toContain('fails, and is counted as passed');
  });

  it('has errors as errors and what does not apply as skipped, with the reason', () => {
    expect(caseNamed(mixed, 'volume.named.survives-container').children.map((child) => child.name)).toEqual(['error']);
    const [skipped] = caseNamed(mixed, 'volume.copy-up.first-use').children;
    expect(skipped).toMatchObject({
      name: 'skipped',
      attributes: { message: 'needs hosts2, and the target is a single engine' },
    });
  });

  it('fails for a problem found, and not for a notice', () => {
    expect(caseNamed(mixed, 'left-behind').children[0]?.name).toBe('failure');
    expect(caseNamed(mixed, 'slow').children[0]?.name).toBe('system-out');
  });

  it('gives times in seconds', () => {
    expect(mixed.attributes.time).toBe('12.400');
    expect(caseNamed(mixed, 'network.static.address-kept').attributes.time).toBe('2.210');
  });

  it.each(['&#0;', '&nosuch;', '&lt;b&gt;', '&', '&amp;amp;'])('shows %j as it was said', (said) => {
    const claims = [aClaim('engine.version.fields', 'It says what it is.')];
    const result = aResult('engine.version.fields', { verdict: 'error', outcome: 'not-judged', reason: said });
    const root = parseXml(renderJunit(aReport({ targets: [DOCKER], claims, results: [result], exitStatus: 3 })));
    const [error] = named(root, 'error');
    expect(error?.attributes.message).toBe(said);
    expect(error?.text).toContain(`reason: ${said}`);
  });

  it('is well-formed whatever an engine says', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...HOSTILE) }));
    fc.assert(
      fc.property(text, (said) => {
        const report = aReport({
          targets: [{ ...DOCKER, version: said, kernel: said }],
          claims: [aClaim('engine.a.b', said), aClaim('engine.a.c', 'c'), aClaim('engine.a.d', 'd')],
          results: [
            aResult('engine.a.b', {
              verdict: 'fail',
              outcome: 'regression',
              reason: said,
              failure: { what: said, expected: said, observed: { said } },
              seeByHand: said,
            }),
            aResult('engine.a.c', { verdict: 'error', outcome: 'not-judged', reason: said }),
            aResult('engine.a.d', { verdict: 'not-applicable', outcome: 'not-judged', reason: said }),
          ],
          findings: [{ target: DOCKER.id, kind: said, severity: 'problem', message: said, details: [said] }],
          exitStatus: 1,
        });
        expect(violations(parseXml(renderJunit(report)))).toEqual([]);
      }),
    );
  });
});
