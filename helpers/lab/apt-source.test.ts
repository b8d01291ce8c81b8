import { mirrorIn, proxiesIn } from './apt-source';

const unread = () => {
  throw new Error('no list is to be read');
};

describe('the mirror of this machine', () => {
  test.each([
    ['a source by its release', 'http://mirror.example/debian/|bookworm|main|Debian', 'http://mirror.example/debian'],
    ['by its age', 'https://mirror.example/debian|oldstable|main|Debian', 'https://mirror.example/debian'],
    ['before its lists were fetched', 'http://m.example/d/|trixie|main|$(ORIGIN)', 'http://m.example/d'],
  ])('is %s', (_what, targets, mirror) => {
    expect(mirrorIn(targets, unread)).toBe(mirror);
  });

  test.each([
    ['of security updates', 'http://mirror.example/debian-security/|bookworm-security|main|Debian'],
    ['of another vendor', 'https://vendor.example/linux|bookworm|main|Vendor'],
    ['of another component', 'https://vendor.example/linux|bookworm|stable|Debian'],
    ['of another distribution', 'http://archive.example/ubuntu/|noble|main|Ubuntu'],
    ['of a CD', 'cdrom:[Debian 12]/|bookworm|main|Debian'],
    ['that says nothing', ''],
  ])('is not one %s', (_what, targets) => {
    expect(mirrorIn(targets, unread)).toBeUndefined();
  });

  test('is the first of a list that a source names', () => {
    const read = jest.fn(() => '# ours\nhttp://near.example/debian\tpriority:1\nhttp://far.example/debian\n');
    const targets = 'mirror+file:/etc/apt/mirrors/debian.list|trixie|main|Debian';
    expect(mirrorIn(targets, read)).toBe('http://near.example/debian');
    expect(read).toHaveBeenCalledWith('/etc/apt/mirrors/debian.list');
  });
});

describe('the proxies', () => {
  const dump = 'Acquire "";\nAcquire::http::Proxy "http://proxy:3128";\nAcquire::http::Proxy::near.example "DIRECT";\n';

  test.each([
    ['of apt', dump, {}, 'http://mirror.example/debian', { http_proxy: 'http://proxy:3128' }],
    ['of apt, but for this mirror', dump, {}, 'http://near.example/debian', {}],
    [
      'of the environment where apt says none',
      '',
      { http_proxy: 'http://a:1', https_proxy: 'http://b:2', no_proxy: 'c' },
      undefined,
      { http_proxy: 'http://a:1', https_proxy: 'http://b:2', no_proxy: 'c' },
    ],
    [
      'of apt before the environment',
      dump,
      { http_proxy: 'http://a:1' },
      undefined,
      { http_proxy: 'http://proxy:3128' },
    ],
  ])('are those %s', (_what, text, env, mirror, proxies) => {
    expect(proxiesIn(text, env, mirror)).toEqual(proxies);
  });
});
