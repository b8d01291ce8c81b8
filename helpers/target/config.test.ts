import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { runs } from '../fixtures/fuzz';
import { refusalOf } from '../fixtures/refusal';
import { temporaryFolder } from '../fixtures/temporary-folder';
import { UsageError } from '../usage-error';
import { CONFIG_FILE, loadConfig, NO_CONFIG } from './config';

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
});

function write(text: string | Uint8Array, name = CONFIG_FILE): void {
  writeFileSync(join(folder, name), text);
}

function refusal(text: string | Uint8Array): UsageError {
  write(text);
  return refusalOf(() => loadConfig(undefined, folder));
}

describe('a configuration that is accepted', () => {
  test('gives engines with absolute certificate paths, clusters, and the settings of a run', () => {
    write(`
targets:
  local: { endpoint: 'unix:///var/run/docker.sock' }
  staging:
    endpoint: tcp://192.0.2.7
    tls: { ca: certs/ca.pem, cert: certs/cert.pem, key: /etc/key.pem }
    apiVersion: '1.41'
  unchecked: { endpoint: https://192.0.2.8:443, tls: { verify: false } }
  pair:
    hosts:
      - { name: a, endpoint: tcp://192.0.2.10:2375, run: { ssh: admin@192.0.2.10 } }
      - { name: b, endpoint: tcp://192.0.2.11:2375, run: { container: lab-b }, tls: { ca: ca.pem } }
      - { name: c, endpoint: ssh://192.0.2.12, address: 10.0.0.12, run: { none: true } }
    store: { kind: consul, address: consul://192.0.2.10:8500 }
    swarmManagers: ['tcp://192.0.2.10:4000']
    registry: 192.0.2.10:5000
run:
  only: ['network.*']
  skip: []
  level: stated
  strict: true
  repeat: 3
  output: out
  apiVersion: '1.24'
`);
    const config = loadConfig(undefined, folder);
    expect(config.file).toBe(CONFIG_FILE);
    expect(Object.fromEntries(config.targets)).toEqual({
      local: { kind: 'engine', endpoint: { kind: 'unix', socketPath: '/var/run/docker.sock' } },
      staging: {
        kind: 'engine',
        endpoint: {
          kind: 'tcp',
          host: '192.0.2.7',
          port: 2376,
          tls: {
            ca: join(folder, 'certs/ca.pem'),
            cert: join(folder, 'certs/cert.pem'),
            key: '/etc/key.pem',
            verify: true,
          },
        },
        apiVersion: '1.41',
      },
      unchecked: { kind: 'engine', endpoint: { kind: 'tcp', host: '192.0.2.8', port: 443, tls: { verify: false } } },
      pair: { kind: 'cluster', cluster: expect.objectContaining({ registry: '192.0.2.10:5000' }) },
    });
    expect(config.run).toEqual({
      only: ['network.*'],
      skip: [],
      level: 'stated',
      strict: true,
      repeat: 3,
      output: 'out',
      apiVersion: '1.24',
    });
  });

  test('may be empty, or comments alone', () => {
    for (const text of ['', '# nothing yet\n', '---\n', '{}', '\uFEFFrun: {}']) {
      write(text);
      expect(loadConfig(undefined, folder).targets.size).toBe(0);
    }
  });

  test('may have targets with the names of inherited properties', () => {
    write('targets: { constructor: { endpoint: "unix:///a" }, toString: { endpoint: "unix:///b" } }');
    expect([...loadConfig(undefined, folder).targets.keys()]).toEqual(['constructor', 'toString']);
  });

  test('has its certificates beside itself when it is named from elsewhere', () => {
    mkdirSync(join(folder, 'deep'));
    write('targets: { a: { endpoint: "tcp://a", tls: { ca: ca.pem } } }', 'deep/own.yaml');
    const { targets } = loadConfig('deep/own.yaml', folder);
    expect(targets.get('a')).toMatchObject({ endpoint: { tls: { ca: join(folder, 'deep', 'ca.pem') } } });
  });
});

describe('the file', () => {
  test('need not be there unless it is named', () => {
    expect(loadConfig(undefined, folder)).toBe(NO_CONFIG);
    expect(() => loadConfig('missing.yaml', folder)).toThrow(/^the configuration ".*missing\.yaml" does not exist$/);
  });

  test('is refused where it is a folder', () => {
    expect(() => loadConfig('.', folder)).toThrow(/is not a file$/);
    expect(() => loadConfig('/dev/zero', folder)).toThrow(/is not a file$/);
  });

  test('is refused over 1 MiB', () => {
    expect(refusal(`# ${'x'.repeat(1024 * 1024)}`).message).toMatch(/is over 1048576 bytes$/);
  });
});

describe('a configuration that is refused', () => {
  const target = (fields: string) => `targets: { staging: { ${fields} } }`;

  test.each<[string, string]>([
    ['targets: [', ':1:'],
    ['run:\n  strict: true\n  strict: false\n', ':3:3: the key "strict" stands here twice'],
    ['run: {}\n---\nrun: {}\n', ':2:'],
    ['run: *nowhere', ':1:6: there is no anchor "nowhere" before it'],
    ['run: !!js/function x', ':1:6: Unresolved tag'],
    ['run: &a [*a]', 'run: must be a map of keys to values'],
    ['7', 'the document: must be a map of keys to values'],
    ['[]', 'the document: must be a map of keys to values'],
    ['target: {}', ' target: is not known; did you mean targets?'],
    ['colour: red', ' colour: is not known; known are targets, run'],
    ['__proto__: { run: {} }', ' __proto__: is not known'],
    ['targets: []', 'targets: must be a map of keys to values'],
    ['targets: { "a b": { endpoint: "unix:///a" } }', 'targets: "a b" is not a name: 1 to 63 letters'],
    ['targets: { "context:a": { endpoint: "unix:///a" } }', 'targets: "context:a" is not a name'],
    ['targets: { staging: tcp://a }', 'targets.staging: must be a map of keys to values'],
    [target(''), 'targets.staging.endpoint: is missing'],
    [target('endpont: "unix:///a"'), 'targets.staging.endpont: is not known; did you mean endpoint?'],
    [target('endpoint: 7'), 'targets.staging.endpoint: must be text'],
    [target('endpoint: staging.example'), 'targets.staging.endpoint: must be like tcp://192.0.2.7:2376 or unix:'],
    [target('endpoint: "context:a"'), 'targets.staging.endpoint: must be like tcp://'],
    [target('endpoint: "unix://relative"'), "targets.staging.endpoint: the socket's path is not absolute"],
    [target('endpoint: "tcp://a:0"'), 'targets.staging.endpoint: the port is not a number of 1 to 65535'],
    [target('endpoint: "tcp://a:b@c"'), 'targets.staging.endpoint: a tcp target holds no user'],
    [target('endpoint: "unix:///a", tls: {}'), 'targets.staging.tls: goes with a tcp:// or https:// endpoint'],
    [target('endpoint: "ssh://a", tls: {}'), 'targets.staging.tls: goes with a tcp:// or https:// endpoint'],
    [target('endpoint: "http://a", tls: {}'), 'targets.staging.tls: goes with a tcp:// or https:// endpoint'],
    [
      target('endpoint: "tcp://a", tls: { verfy: true }'),
      'targets.staging.tls.verfy: is not known; did you mean verify',
    ],
    [target('endpoint: "tcp://a", tls: { verify: 1 }'), 'targets.staging.tls.verify: must be true or false'],
    [target('endpoint: "tcp://a", tls: { ca: "" }'), 'targets.staging.tls.ca: must not have fewer than 1 characters'],
    [
      target('endpoint: "tcp://a", apiVersion: 1.40'),
      'apiVersion: must be text: write it in quotes, it is the number 1.4',
    ],
    [target('endpoint: "tcp://a", apiVersion: "41"'), 'apiVersion: must be like 1.41, not "41"'],
    [target('hosts: []'), 'targets.staging.hosts: must not have fewer than 2 items'],
    [target('hosts: [{ name: a }]'), 'targets.staging.hosts[0].endpoint: is missing'],
    [
      target('hosts: [{ name: a, endpoint: "tcp://a", run: {} }]'),
      'hosts[0].run: must not have fewer than 1 properties',
    ],
    [target('hosts: [{ name: a, endpoint: "tcp://a", run: { ssh: "-x" } }]'), 'hosts[0].run.ssh: must be like root@'],
    [
      target('hosts: [{ name: a, endpoint: "tcp://a" }], store: { kind: redis, address: "a:1" }'),
      'targets.staging.store.kind: must be one of consul, etcd, zookeeper',
    ],
    [
      target('hosts: [{ name: a, endpoint: "tcp://a" }], endpoint: "tcp://a"'),
      'targets.staging.endpoint: is not known',
    ],
    ['run: { level: loud }', 'run.level: must be one of stated, implied, erratum'],
    ['run: { repeat: 0 }', 'run.repeat: must be >= 1'],
    ['run: { repeat: 1.5 }', 'run.repeat: must be a whole number'],
    ['run: { strict: "yes" }', 'run.strict: must be true or false'],
    ['run: { only: network.* }', 'run.only: must be a list'],
    ['run: { only: [""] }', 'run.only[0]: must not have fewer than 1 characters'],
  ])('%j: %s', (text, reason) => {
    const { message, mend } = refusal(text);
    expect(message).toContain(reason);
    expect(message.startsWith(CONFIG_FILE)).toBe(true);
    expect(message).not.toMatch(/\n/);
    expect(mend).toBeDefined();
  });

  test('for several reasons is told them all, up to five', () => {
    const { message } = refusal('a1: 1\nb2: 1\nc3: 1\nd4: 1\ne5: 1\nf6: 1\nrun: { strict: 1 }');
    expect(message.match(/; /g)?.length).toBeGreaterThanOrEqual(5);
    expect(message).toMatch(/; and 2 more$/);
  });

  test('may be no text at all', () => {
    expect(refusal(new Uint8Array([0x72, 0xff, 0xfe, 0x00])).message).toBe(`${CONFIG_FILE}: is not UTF-8 text`);
  });

  test('may be nested a hundred thousand deep, or multiply itself by aliases', () => {
    expect(refusal('['.repeat(100_000)).message).toMatch(/^conformance\.config\.yaml/);
    const laughs = Array.from({ length: 9 }, (_, i) => `l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join()}]`);
    expect(refusal(`l0: &l0 [lol]\n${laughs.join('\n')}`).message).toMatch(/cannot be read as YAML: Excessive alias/);
  });
});

test('of any text nothing but a UsageError of one line is thrown', () => {
  const word = fc.constantFrom(
    'targets',
    'run',
    ': ',
    '\n',
    '  ',
    '{',
    '}',
    '[',
    ']',
    '- ',
    '&a',
    '*a',
    '!!x',
    '"',
    '\u0007',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 20 }), (words) => {
      write(words.join(''));
      try {
        loadConfig(undefined, folder);
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        expect(error.message).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
      }
    }),
    runs(500),
  );
});
