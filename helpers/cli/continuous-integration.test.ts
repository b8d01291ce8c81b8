import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gatedReport } from '../../reports/fixtures/gated';
import { renderMarkdown } from '../../reports/writers/markdown';
import { temporaryFolder } from '../fixtures/temporary-folder';
import { announce, shielded } from './continuous-integration';

function said(env: NodeJS.ProcessEnv): string[] {
  const lines: string[] = [];
  announce(gatedReport(), env, (line) => lines.push(line));
  return lines;
}

test('elsewhere nothing is said', () => {
  expect(said({})).toEqual([]);
  expect(said({ GITHUB_ACTIONS: 'false', GITHUB_STEP_SUMMARY: '' })).toEqual([]);
});

test('on GitHub changes are annotated', () => {
  expect(said({ GITHUB_ACTIONS: 'true' })[0]).toMatch(/^::error title=regression/);
});

describe('a job summary', () => {
  const folder = temporaryFolder();

  test('gets the report behind what other steps wrote', () => {
    const path = join(folder, 'summary.md');
    writeFileSync(path, 'before\n');
    expect(said({ GITHUB_STEP_SUMMARY: path })).toEqual([]);
    expect(readFileSync(path, 'utf8')).toBe(`before\n${renderMarkdown(gatedReport())}`);
    const fresh = join(folder, 'fresh.md');
    said({ GITHUB_STEP_SUMMARY: fresh });
    expect(readFileSync(fresh, 'utf8')).toBe(renderMarkdown(gatedReport()));
  });

  test('that cannot be written changes nothing but what is said', () => {
    mkdirSync(join(folder, 'taken'));
    expect(said({ GITHUB_STEP_SUMMARY: join(folder, 'taken') })).toEqual([
      expect.stringMatching(/can't be written: EISDIR/),
    ]);
  });
});

test('what an engine said is not obeyed by GitHub, and elsewhere it is printed as it is', () => {
  const text = '  ::add-mask::x\n';
  expect(shielded(text, {})).toBe(text);
  const [, token = ''] = /^::stop-commands::(\S{36})\n/.exec(shielded(text, { GITHUB_ACTIONS: 'true' })) ?? [];
  expect(shielded(text, { GITHUB_ACTIONS: 'true' })).not.toContain(token);
  expect(token).not.toBe('');
  expect(shielded('x', { GITHUB_ACTIONS: 'true' })).toMatch(/^::stop-commands::(\S+)\nx\n::\1::\n$/);
});
