import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { body, empty, endless } from '../fixtures/http-answers';
import { outerEnginesOfTests } from '../fixtures/outer-engine';
import { temporaryFolder } from '../fixtures/temporary-folder';
import { buildImage, importTree } from './image-streams';

const given = outerEnginesOfTests();
const { signal } = new AbortController();
const lines = (...entries: object[]) => body(entries.map((entry) => `${JSON.stringify(entry)}\r\n`).join(''));
const options = { reference: 'lab:x-1', labels: { kind: 'x' }, environment: { http_proxy: 'http://p:1' }, signal };

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
  writeFileSync(join(folder, 'hello'), 'the content of a file');
});

describe('a tree', () => {
  test('is sent as an archive, under its name', async () => {
    const { server, outer } = given();
    server.on('POST /images/create', lines({ status: 'sha256:1' }));
    await importTree(outer, folder, 'lab:base-1', signal);
    const asked = server.asked.at(-1);
    expect(asked?.url).toMatch(/fromSrc=-/);
    expect(asked?.url).toMatch(/repo=lab&tag=base-1/);
    expect(asked?.body).toContain('the content of a file');
  });

  test('that is not all there is not taken for an image', async () => {
    const { server, outer } = given();
    server.on('POST /images/create', lines({ status: 'sha256:1' }));
    await expect(importTree(outer, join(folder, 'gone'), 'lab:base-1', signal)).rejects.toThrow(/tar could not read/);
  });

  test('that the engine refuses in the middle is refused', async () => {
    const { server, outer } = given();
    server.on('POST /images/create', lines({ status: 'Importing' }, { error: 'no space left on device' }));
    await expect(importTree(outer, folder, 'lab:base-1', signal)).rejects.toMatchObject({
      name: 'UsageError',
      message: 'the import of lab:base-1 failed: no space left on device',
    });
  });
});

describe('a build', () => {
  test('is told its files, its label and the proxies, and uses the network of this machine', async () => {
    const { server, outer } = given();
    server.on('POST /build', lines({ stream: 'Successfully built 1' }));
    await buildImage(outer, { Dockerfile: 'FROM base\n', other: 'second file' }, options);
    const { url = '', body: sent = '' } = server.asked.at(-1) ?? {};
    const query = new URL(url, 'http://x').searchParams;
    expect(Object.fromEntries(query)).toMatchObject({
      t: 'lab:x-1',
      networkmode: 'host',
      labels: '{"kind":"x"}',
      buildargs: '{"http_proxy":"http://p:1"}',
    });
    expect(sent).toContain('FROM base\n');
    expect(sent).toContain('second file');
  });

  test('that fails tells its last lines and the error, after a status of 200', async () => {
    const { server, outer } = given();
    const said = Array.from({ length: 9 }, (_, index) => ({ stream: `line ${index}\n` }));
    server.on('POST /build', lines(...said, { errorDetail: {}, error: 'apt-get returned 100' }));
    await expect(buildImage(outer, { Dockerfile: 'FROM x' }, options)).rejects.toMatchObject({
      name: 'UsageError',
      message: 'the build of lab:x-1 failed: line 5 | line 6 | line 7 | line 8 | apt-get returned 100',
      mend: expect.stringContaining('apt-get update'),
    });
  });

  test.each([
    ['without an end', endless, /progress without an end/],
    ['of something else', body('hello\n'), /no JSON/],
    ['that is a refusal', body('{"message":"no"}', 400), /no/],
    ['that is nothing', empty(404), /404/],
  ])('with progress %s does not go on for ever, and is no image', async (_what, reply, message) => {
    const { server, outer } = given();
    server.on('POST /build', reply);
    await expect(buildImage(outer, { Dockerfile: 'FROM x' }, options)).rejects.toThrow(message);
  });
});
