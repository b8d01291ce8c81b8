import { catalogueRecipe, ENGINES, engineName, imageRecipe } from './engines';
import { imageReference } from './images';
import { processOf } from './process';

const recipe = (name: string) => {
  const engine = ENGINES.find((each) => engineName(each) === name);
  if (engine === undefined) throw new Error(`no ${name}`);
  return catalogueRecipe(engine);
};

describe('the catalogue', () => {
  test('has eight engines, each once', () => {
    expect(new Set(ENGINES.map(engineName)).size).toBe(8);
  });

  test('builds another image for each, by what it is made of', () => {
    const references = ENGINES.map((engine) => imageReference(catalogueRecipe(engine)));
    expect(new Set(references).size).toBe(8);
    for (const reference of references) {
      expect(reference).toMatch(/^engine-conformance\/lab:(docker|podman)-[\d.]+-[0-9a-f]{8}$/);
    }
  });

  test('names the same image for the same recipe, and another for another package', () => {
    const docker = recipe('docker@26.1.5');
    expect(imageReference(recipe('docker@26.1.5'))).toBe(imageReference(docker));
    const source = { ...docker.source, packages: [...docker.source.packages, 'nftables'] };
    expect(imageReference({ ...docker, source })).not.toBe(imageReference(docker));
    const release = { ...docker.source, release: 'forky' };
    expect(imageReference({ ...docker, source: release })).not.toBe(imageReference(docker));
  });
});

describe('the first process', () => {
  test('of Docker listens without certificates, and says so: 26 and later would wait 15 s else', () => {
    const command = processOf(recipe('docker@28.5.2'), undefined, ['--label=a=b']);
    expect(command.slice(0, 2)).toEqual(['dockerd', '--tls=false']);
    expect(command).toContain('tcp://0.0.0.0:2375');
    expect(command.at(-1)).toBe('--label=a=b');
  });

  test('of Podman has its flags before the subcommand', () => {
    expect(processOf(recipe('podman@5.8.6'), undefined, ['--log-level=debug']).slice(0, 4)).toEqual([
      ...['podman', '--log-level=debug', 'system', 'service'],
    ]);
  });

  test.each([
    [['dind.sh'], ['--own'], [], ['dind.sh', '--own']],
    [['dind.sh'], ['--own'], ['--given'], ['dind.sh', '--given']],
    [['dind.sh'], null, [], ['dind.sh']],
  ])('of an image with the entrypoint %j and the arguments %j, given %j, is %j', (entrypoint, cmd, flags, expected) => {
    const image = { Config: { Entrypoint: entrypoint, Cmd: cmd } };
    expect(processOf(imageRecipe('image:x', 'x'), image, flags)).toEqual(expected);
  });

  test('of an image without an entrypoint is the docker daemon', () => {
    const image = { Config: { Entrypoint: null, Cmd: ['bash'] } };
    expect(processOf(imageRecipe('image:x', 'x'), image, [])[0]).toBe('dockerd');
  });
});
