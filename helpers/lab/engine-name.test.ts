import { refusalOf } from '../fixtures/refusal';
import { labEngineName, looksLikeLabEngine, parseLabEngine, unknownVersion } from './engine-name';
import { ENGINES, engineName } from './engines';

const refusal = (text: string) => refusalOf(() => parseLabEngine(text));

describe('the name of an engine', () => {
  test.each(ENGINES.map(engineName))('of the catalogue is found: %s', (name) => {
    expect(parseLabEngine(name)).toMatchObject({ kind: 'catalogued' });
    expect(labEngineName(parseLabEngine(name))).toBe(name);
  });

  test.each([
    ['docker@29.0.1', { kind: 'official', version: '29.0.1' }],
    ['image:docker:26-dind', { kind: 'image', reference: 'docker:26-dind' }],
    ['image:localhost:5000/team/dind', { kind: 'image', reference: 'localhost:5000/team/dind' }],
    [`image:a/b@sha256:${'0'.repeat(64)}`, { kind: 'image', reference: `a/b@sha256:${'0'.repeat(64)}` }],
  ])('may be one of another place: %s', (name, engine) => {
    expect(parseLabEngine(name)).toEqual(engine);
    expect(labEngineName(parseLabEngine(name))).toBe(name);
  });

  test.each([
    ['podman@5.0.0', /no "podman@5\.0\.0"/, /nearest is podman@4\.3\.1 and podman@5\.4\.2/],
    ['podman@2.0.0', /no "podman@2\.0\.0"/, /nearest is podman@3\.0\.1;/],
    ['podman@6.1.0', /no "podman@6\.1\.0"/, /nearest is podman@5\.8\.6;/],
    ['dokcer@20.10.24', /no engine "dokcer@20\.10\.24"/, /did you mean docker@20\.10\.24\?/],
    ['podmna@5.8.6', /no engine/, /did you mean podman@5\.8\.6\?/],
    ['dockre@1.2.3', /no engine/, /did you mean docker\?/],
    ['docker@latest', /not a version of an engine/, /docker@20\.10\.5, docker@20\.10\.24, /],
    ['docker@26', /not a version of an engine/, /docker@26\.1\.5/],
    ['docker@', /not a version of an engine/, /docker@26\.1\.5/],
    ['podman@5.8.6\n', /not a version of an engine: "podman@5\.8\.6\\n"/, /podman@5\.8\.6$/],
    ['image:', /not a reference of an image: ""/, /image:NAME/],
    ['image:-v', /not a reference/, /image:NAME/],
    ['image:a b', /not a reference/, /image:NAME/],
    ['image:../../etc', /not a reference/, /image:NAME/],
    ['image:a//b', /not a reference/, /image:NAME/],
  ])('is refused on one line, with what is nearest: %j', (name, message, mend) => {
    const error = refusal(name);
    expect(error.message).toMatch(message);
    expect(error.mend).toMatch(mend);
    expect(`${error.message}${error.mend}`).not.toMatch(/\n/);
  });

  test('that a registry does not have is answered with its neighbours of the same vendor, and why', () => {
    expect(unknownVersion('docker@24.0.7', 'docker', 'no network')).toMatchObject({
      message: 'the lab has no "docker@24.0.7": no network',
      mend: 'nearest is docker@20.10.24 and docker@26.1.5; see engine-conformance lab engines',
    });
  });
});

test.each([
  ['docker@20.10.24', true],
  ['podman@nonsense', true],
  ['Docker@20.10.24', true],
  ['dokcer@1', true],
  ['image:x', true],
  ['root@host', false],
  ['admin@docker', false],
  ['secret:word@docker', false],
  ['ssh://docker@host', false],
  ['docker', false],
  ['cluster:docker@20.10.24+etcd', false],
])('%s is meant to name an engine of the lab: %s', (text, meant) => {
  expect(looksLikeLabEngine(text)).toBe(meant);
});
