import { compareVersions, upstreamVersion } from './versions';

describe('versions', () => {
  it('are ordered by their numbers, and what is none comes last', () => {
    const versions = ['unknown', '28.5.2+dfsg4', '5.8.6', '20.10.24+dfsg1', '20.10.5', '29.0.0', '29.0.0-rc.10', 'a'];
    expect(versions.toSorted(compareVersions)).toEqual([
      '5.8.6',
      '20.10.5',
      '20.10.24+dfsg1',
      '28.5.2+dfsg4',
      '29.0.0-rc.10',
      '29.0.0',
      'a',
      'unknown',
    ]);
  });

  it('have candidates in the order of their numbers', () => {
    expect(['1.0-rc.10', '1.0-rc.9'].toSorted(compareVersions)).toEqual(['1.0-rc.9', '1.0-rc.10']);
  });

  it('are told apart by what a distribution adds only where all else is the same', () => {
    expect(['1.2.3+b', '1.2.3+a', '1.2'].toSorted(compareVersions)).toEqual(['1.2', '1.2.3+a', '1.2.3+b']);
  });

  it.each([
    ['20.10.24+dfsg1', '20.10.24'],
    ['v27.0.0-rc.1', '27.0.0-rc.1'],
    ['5.8.6 <script>', '5.8.6'],
    ['no version', 'no version'],
  ])('of %s, upstream calls it %s', (version, upstream) => {
    expect(upstreamVersion(version)).toBe(upstream);
  });
});
