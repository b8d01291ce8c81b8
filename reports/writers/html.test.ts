import { conformingReport } from '../fixtures/conforming';
import { HOSTILE, mixedReport } from '../fixtures/mixed';
import type { PageData } from '../page-data';
import { fillPage, renderHtml } from './html';

const EMPTY =
  '<title>engine-conformance</title>' +
  '<script type="application/json" id="report"></script><script type="application/json" id="evidence"></script>';

/** The content of an element, found as a browser finds it: it ends at the first end tag. */
function content(page: string, id: string): string {
  const [, text = ''] = new RegExp(`<script type="application/json" id="${id}">([\\s\\S]*?)</script`).exec(page) ?? [];
  return text;
}

describe('the page of a report', () => {
  it('carries the report without evidence, and the evidence apart', () => {
    const report = conformingReport();
    const page = fillPage(EMPTY, report, []);
    const data: PageData = JSON.parse(content(page, 'report'));
    expect(data.report.claims).toEqual(report.claims);
    expect(data.report.results.map(({ claim }) => claim)).toEqual([
      'engine.version.fields',
      'engine.service.enabled',
      'network.bridge.default-exists',
      'volume.named.survives-container',
    ]);
    expect(Object.keys(JSON.parse(content(page, 'evidence')))).toEqual(['engine.version.fields']);
  });

  it('says in its title what the report comes to', () => {
    expect(fillPage(EMPTY, conformingReport(), [])).toContain('<title>CONFORMS: 3 claims judged on docker 20.10.24');
  });

  it('holds what an engine said as data that cannot leave its element', () => {
    const report = mixedReport();
    const [target] = report.targets;
    if (target === undefined) throw new Error('no target');
    const version = `1 </script><script>alert(1)</script><!-- <script> ${HOSTILE}`;
    const page = fillPage(EMPTY, { ...report, targets: [{ ...target, version }, ...report.targets.slice(1)] }, []);
    const data: PageData = JSON.parse(content(page, 'report'));
    expect(data.report.targets[0]?.version).toBe(version);
    expect(page.match(/<\/?script|<!--/g)).toEqual(['<script', '</script', '<script', '</script']);
    expect(fillPage(EMPTY, { ...report, targets: [{ ...target, version: '1 <b>&amp;' }] }, [])).toContain(
      'docker 1 &lt;b>&amp;amp;',
    );
  });

  it('takes what looks like a replacement pattern as it is', () => {
    const report = conformingReport();
    const tool = { ...report.tool, version: "$& $' $1" };
    expect(JSON.parse(content(fillPage(EMPTY, { ...report, tool }, []), 'report')).report.tool.version).toBe(
      "$& $' $1",
    );
  });

  it('carries of baselines what the history of a claim shows', () => {
    const page = fillPage(EMPTY, conformingReport(), [
      {
        format: 1,
        tool: { name: 'engine-conformance' },
        target: {
          vendor: 'docker',
          version: '26.1.5',
          apiVersion: '1.45',
          minApiVersion: '1.24',
          apiVersionAsked: '1.24',
          kind: 'cluster',
        },
        claims: [{ claim: 'engine.version.fields', verdict: 'pass', outcome: 'as-expected', reason: null }],
        drift: [],
      },
    ]);
    const data: PageData = JSON.parse(content(page, 'report'));
    expect(data.baselines).toEqual([
      {
        vendor: 'docker',
        version: '26.1.5',
        apiVersionAsked: '1.24',
        cluster: true,
        claims: [{ claim: 'engine.version.fields', verdict: 'pass', outcome: 'as-expected', reason: null }],
      },
    ]);
  });

  it('says how many results had evidence that it does not carry', () => {
    const data: PageData = JSON.parse(content(fillPage(EMPTY, mixedReport(), [], 10), 'report'));
    expect(data.leftOut).toBe(1);
  });

  it('is made of the built page, which has a policy and less than 2 MB', () => {
    const page = renderHtml(conformingReport(), []);
    expect(page).toContain("default-src 'none'; script-src 'sha256-");
    expect(page.length).toBeLessThan(2_000_000);
  });

  it('is not made of a page that has no place for it', () => {
    expect(() => fillPage('<title>engine-conformance</title>', conformingReport(), [])).toThrow('does not have one');
  });
});
