import { createHash } from 'node:crypto';
import { withPolicy } from './policy';

const PAGE =
  '<html><head><script type="module" crossorigin>start()</script><style>p { color: red }</style></head>' +
  '<body><script type="application/json" id="report"></script></body></html>';

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

describe('the policy of the page', () => {
  it('lets its own script and style through by their hashes, and nothing else', () => {
    const [, policy] = /content="([^"]*)"/.exec(withPolicy(PAGE)) ?? [];
    expect(policy?.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hash('start()')}`,
      `style-src ${hash('p { color: red }')}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  it('comes before all that it governs', () => {
    expect(withPolicy(PAGE).indexOf('Content-Security-Policy')).toBeLessThan(withPolicy(PAGE).indexOf('<script'));
  });

  it.each([
    ['a script', '<script src="a.js"></script>'],
    ['a style', '<link rel="stylesheet" href="a.css">'],
    ['a picture', '<img src="https://example.com/a.png">'],
  ])('is not given to a page that asks for %s', (_what, element) => {
    expect(() => withPolicy(PAGE.replace('<body>', `<body>${element}`))).toThrow('the page asks for a file');
  });

  it('is not given to a page of two scripts or of none', () => {
    expect(() => withPolicy(PAGE.replace('<body>', '<body><script type="module">x</script>'))).toThrow('has 2 of');
    expect(() => withPolicy(PAGE.replace('module', 'text/plain'))).toThrow('has 0 of');
  });
});
