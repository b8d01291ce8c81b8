/**
 * The report as JUnit XML, as the junit-10.xsd of Jenkins' xUnit plugin has it: a suite for each target and chapter, a
 * case for each result. What breaks a build there is what breaks the run here: departures and problems found are
 * failures, errors are errors; a known change or a waived failure passes, and its output says why.
 */
import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces';
import { comparisonCounts } from '../comparisons';
import { unknownDrift } from '../drift';
import { forXml } from '../escape';
import type { Report, ReportFinding } from '../report';
import { engineName, type TargetView, targetViews } from '../view';
import { type Case, caseOf, type Suite } from './junit-case';
import { driftSuites, gateCase } from './junit-gate';

/** Longest value of a text and of an attribute, in characters. */
const VALUE = 1000;
const ATTRIBUTE = 300;

/** The report as an XML document, ending in a line feed. */
export function renderJunit(report: Report): string {
  const suites = targetViews(report).flatMap(suitesOf);
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele('testsuites');
  const all = counts(suites.flatMap(({ cases }) => cases));
  attributes(root, { name: 'engine-conformance', time: seconds(report.run.durationMs), ...all });
  root.removeAtt('skipped');
  for (const suite of suites) addSuite(root, report, suite);
  return `${root.end({ prettyPrint: true })}\n`;
}

function suitesOf(view: TargetView): Suite[] {
  const { id } = view.target;
  const gate = view.comparisons.find(({ purpose }) => purpose === 'gate');
  const chapters = view.chapters.map(({ chapter, judged }) => ({
    name: `${id}.${chapter}`,
    view,
    cases: judged.map((item) => (gate === undefined ? caseOf : gateCase(gate))(`${id}.${chapter}`, item)),
  }));
  const name = `${id}.findings`;
  const findings = { name, view, cases: view.findings.map((finding) => findingCase(name, finding)) };
  const suites = view.findings.length === 0 ? chapters : [...chapters, findings];
  return gate === undefined ? suites : [...suites, ...driftSuites(view, gate)];
}

function findingCase(classname: string, finding: ReportFinding): Case {
  const base = { name: finding.kind, classname, durationMs: 0 };
  return finding.severity === 'problem'
    ? { ...base, failure: { type: 'problem', message: finding.message, body: finding.details } }
    : { ...base, output: [finding.message, ...finding.details] };
}

function addSuite(root: XMLBuilder, report: Report, { name, view, cases }: Suite): void {
  const element = root.ele('testsuite');
  const time = cases.reduce((sum, { durationMs }) => sum + durationMs, 0);
  // Jenkins and the Ant schema take times of day without a zone; this is UTC.
  const timestamp = new Date(report.run.startedAt).toISOString().slice(0, 19);
  attributes(element, { name, ...counts(cases), time: seconds(time), timestamp });
  const properties = element.ele('properties');
  for (const [key, value] of Object.entries(facts(report, view))) {
    attributes(properties.ele('property'), { name: key, value });
  }
  for (const each of cases) addCase(element, each);
}

function addCase(parent: XMLBuilder, { name, classname, durationMs, failure, error, skipped, output }: Case): void {
  const element = parent.ele('testcase');
  attributes(element, { name, classname, time: seconds(durationMs) });
  if (failure !== undefined) {
    const child = element.ele('failure');
    attributes(child, { message: failure.message, type: failure.type });
    text(child, failure.body);
  }
  if (error !== undefined) {
    const child = element.ele('error');
    attributes(child, { message: error.message, type: 'error' });
    text(child, error.body);
  }
  if (skipped !== undefined) attributes(element.ele('skipped'), { message: skipped });
  if (output !== undefined) text(element.ele('system-out'), output);
}

function facts(report: Report, { target, drift, comparisons }: TargetView): Record<string, string> {
  return {
    tool: `${report.tool.name} ${report.tool.version}`,
    run: report.run.id,
    target: target.id,
    engine: engineName(target),
    apiVersionAsked: target.apiVersionAsked,
    apiVersion: target.apiVersion,
    minApiVersion: target.minApiVersion,
    os: target.os,
    kernel: target.kernel,
    arch: target.arch,
    storageDriver: target.storageDriver,
    cgroup: target.cgroup,
    drift: String(drift.length),
    driftUnknown: String(unknownDrift(drift).length),
    ...Object.fromEntries(
      comparisons.flatMap((comparison) => [
        [`${comparison.purpose}.baseline`, comparison.baseline.name],
        [`${comparison.purpose}.compared`, comparisonCounts(comparison)],
      ]),
    ),
  };
}

function counts(cases: readonly Case[]): Record<'tests' | 'failures' | 'errors' | 'skipped', string> {
  const having = (key: 'failure' | 'error' | 'skipped') =>
    String(cases.filter((each) => each[key] !== undefined).length);
  return {
    tests: String(cases.length),
    failures: having('failure'),
    errors: having('error'),
    skipped: having('skipped'),
  };
}

function attributes(element: XMLBuilder, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) element.att(name, forXml(value, { limit: ATTRIBUTE }));
}

function text(element: XMLBuilder, lines: readonly string[]): void {
  element.txt(lines.map((line) => forXml(line, { limit: VALUE })).join('\n'));
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
