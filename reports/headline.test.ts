import { conformingReport } from './fixtures/conforming';
import { mixedReport } from './fixtures/mixed';
import { aClaim, aReport, aResult, DOCKER } from './fixtures/pieces';
import { headline, nextStep } from './headline';
import { shellWord } from './shell-word';

describe('the headline', () => {
  it('of a conforming engine names it and counts the claims', () => {
    expect(headline(conformingReport())).toEqual({
      word: 'CONFORMS',
      sentence: '3 claims judged on docker 20.10.24+dfsg1; all as expected',
    });
  });

  it('of a departing one begins with what is wrong', () => {
    expect(headline(mixedReport())).toEqual({
      word: 'DEPARTS',
      sentence: '2 regressions, 1 unexpected pass, 1 error, 1 problem; 7 of 8 claims judged on 2 targets',
    });
  });

  it('counts known changes apart from what is as expected', () => {
    const failing = { verdict: 'fail', reason: 'so', failure: { what: 'it' } } as const;
    const report = aReport({
      targets: [DOCKER],
      claims: ['a', 'b', 'c'].map((name) => aClaim(`engine.x.${name}`, 'It works.')),
      results: [
        aResult('engine.x.a'),
        aResult('engine.x.b', { ...failing, outcome: 'known-change' }),
        aResult('engine.x.c', { ...failing, outcome: 'waived' }),
      ],
      exitStatus: 0,
    });
    expect(headline(report).sentence).toBe(
      '3 claims judged on docker 20.10.24+dfsg1; 1 as expected, 1 known change, 1 waived',
    );
  });

  it.each([
    [0, 'CONFORMS'],
    [1, 'DEPARTS'],
    [2, 'NOT JUDGED'],
    [3, 'INCOMPLETE'],
    [130, 'INTERRUPTED'],
  ] as const)('follows the exit status: %d is %s', (exitStatus, word) => {
    expect(headline({ ...conformingReport(), exitStatus }).word).toBe(word);
  });
});

describe('the next step', () => {
  it.each([
    [0, 'engine-conformance report out/report.json --format md'],
    [1, 'engine-conformance run --target unix:///var/run/docker.sock --only engine.socket.group-access'],
    [2, 'engine-conformance doctor'],
    [3, 'engine-conformance run --target unix:///var/run/docker.sock --only volume.named.survives-container'],
    [130, 'engine-conformance clean --target unix:///var/run/docker.sock'],
  ] as const)('after exit status %d is: %s', (exitStatus, command) => {
    expect(nextStep({ ...mixedReport(), exitStatus }, 'out/report.json').command).toBe(command);
  });
});

describe('a word for a shell', () => {
  it.each([
    ['unix:///run/x.sock', 'unix:///run/x.sock'],
    ["it's", "'it'\\''s'"],
    ['$(reboot)', "'$(reboot)'"],
    ['', "''"],
  ])('%j is written %s', (word, written) => {
    expect(shellWord(word)).toBe(written);
  });
});
