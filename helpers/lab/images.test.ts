import { body, json } from '../fixtures/http-answers';
import { outerEnginesOfTests } from '../fixtures/outer-engine';
import { UsageError } from '../usage-error';
import { catalogueRecipe, ENGINES, engineName, imageRecipe } from './engines';
import { baseReference, imageReference, LabImages } from './images';

const buildImage = jest.fn<Promise<void>, unknown[]>();
const importTree = jest.fn<Promise<void>, unknown[]>();
const makeRoot = jest.fn<Promise<string>, unknown[]>();
const removeRoot = jest.fn<Promise<void>, unknown[]>();
const assertDebootstrap = jest.fn<Promise<void>, unknown[]>();
jest.mock('./image-streams', () => ({
  buildImage: (...given: unknown[]) => buildImage(...given),
  importTree: (...given: unknown[]) => importTree(...given),
}));
jest.mock('./root', () => ({
  makeRoot: (...given: unknown[]) => makeRoot(...given),
  removeRoot: (...given: unknown[]) => removeRoot(...given),
  assertDebootstrap: (...given: unknown[]) => assertDebootstrap(...given),
}));

const given = outerEnginesOfTests();
const recipe = (name: string) => {
  const engine = ENGINES.find((each) => engineName(each) === name);
  if (engine === undefined) throw new Error(`no ${name}`);
  return catalogueRecipe(engine);
};
const docker = recipe('docker@26.1.5');
const podman = recipe('podman@5.4.2');

beforeEach(() => {
  for (const mock of [say, buildImage, importTree, makeRoot, removeRoot, assertDebootstrap]) mock.mockReset();
  makeRoot.mockResolvedValue('/the/root');
  // What is made is there from then on.
  importTree.mockImplementation(async (_outer, _root, reference) => appear(String(reference)));
  buildImage.mockImplementation(async (_outer, _files, built) => appear((built as { reference: string }).reference));
});

function appear(reference: string): void {
  given().server.on(`GET /images/${reference}/json`, json({ Id: 'sha256:1' }));
}

const say = jest.fn<void, [string]>();

function images(): LabImages {
  return new LabImages({
    outer: given().outer,
    say,
    signal: new AbortController().signal,
    bootstrap: false,
    directory: () => {},
  });
}

describe('the image of a recipe', () => {
  test('that is there is taken as it is', async () => {
    appear(imageReference(docker));
    expect(await images().ensure(docker)).toBe(imageReference(docker));
    expect(makeRoot).not.toHaveBeenCalled();
    expect(buildImage).not.toHaveBeenCalled();
  });

  test('that is not there is built, on a base whose root is removed', async () => {
    await images().ensure(docker);
    expect(importTree.mock.calls[0]?.slice(1, 3)).toEqual(['/the/root', baseReference('trixie')]);
    expect(removeRoot).toHaveBeenCalledWith('/the/root');
    expect(buildImage).toHaveBeenCalledTimes(1);
  });

  test('is built once where several ask for it at the same time, and its base once for two of a release', async () => {
    const lab = images();
    await Promise.all([lab.ensure(docker), lab.ensure(docker), lab.ensure(podman)]);
    expect(makeRoot).toHaveBeenCalledTimes(1);
    expect(buildImage).toHaveBeenCalledTimes(2);
    expect(say.mock.calls.filter(([line]) => line.startsWith('waiting'))).toEqual([]);
  });

  test('is built once where two processes ask for it at the same time', async () => {
    await Promise.all([images().ensure(docker), images().ensure(docker)]);
    expect(buildImage).toHaveBeenCalledTimes(1);
  });

  test('is tried again after a failure, whose root is removed too', async () => {
    importTree.mockRejectedValueOnce(new UsageError('no space left on device'));
    const lab = images();
    await expect(lab.ensure(docker)).rejects.toThrow('no space left on device');
    expect(removeRoot).toHaveBeenCalledTimes(1);
    await lab.ensure(docker);
    expect(buildImage).toHaveBeenCalledTimes(1);
  });

  test('is not begun where it cannot be built here', async () => {
    assertDebootstrap.mockRejectedValue(new UsageError('no debootstrap', 'apt-get install debootstrap'));
    await expect(images().ensure(docker)).rejects.toMatchObject({ mend: 'apt-get install debootstrap' });
    expect(makeRoot).not.toHaveBeenCalled();
  });
});

describe("an image of somebody else's", () => {
  const dind = imageRecipe('image:docker:26-dind', 'docker:26-dind');

  test('that is there is not fetched', async () => {
    appear('docker:26-dind');
    await images().ensure(dind);
    expect(given().server.calls()).not.toContain('POST /images/create');
  });

  test('that is not there is fetched', async () => {
    given().server.on('POST /images/create', (response) => {
      appear('docker:26-dind');
      response.end('{"status":"Downloaded"}');
    });
    await images().ensure(dind);
    expect(given().server.asked.find(({ method }) => method === 'POST')?.url).toMatch(/fromImage=docker&tag=26-dind/);
  });

  test.each([
    ['no registry', json({ message: 'dial tcp: no such host' }, 500), /could not be fetched: dial tcp: no such host/],
    [
      'an error in the middle',
      body('{"status":"Pulling"}\n{"error":"disk full"}\n'),
      /could not be fetched: .*disk full/,
    ],
    ['an answer that means nothing', body(''), /could not be fetched/],
  ])('that cannot be fetched is missed: %s', async (_what, reply, message) => {
    given().server.on('POST /images/create', reply);
    await expect(images().ensure(dind)).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringMatching(message),
    });
  });
});
