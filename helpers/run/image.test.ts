import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { enginesOfTests } from '../fixtures/engines-of-tests';
import { json } from '../fixtures/http-answers';
import { temporaryFolder } from '../fixtures/temporary-folder';
import { UsageError } from '../usage-error';
import { ensureProbeImage } from './image';

const current = enginesOfTests();
const ensure = (given?: string) => ensureProbeImage(current().engine(), 'bcdfghjklm', 'amd64', given);

describe('the probe image', () => {
  test('is the one that was loaded before, where there is one', async () => {
    current().server.on('GET /images/*', json({ Id: 'sha256:1' }));
    expect((await ensure()).ours).toBe(false);
  });

  test('is the one that is named, where the engine has it', async () => {
    current().server.on('GET /images/mine:1/json', json({ Id: 'sha256:1' }));
    expect(await ensure('mine:1')).toEqual({ reference: 'mine:1', ours: false });
    await expect(ensure('other:1')).rejects.toThrow(UsageError);
  });

  test('is made of the file that is named, and of no other, though one was loaded before', async () => {
    current().server.on('GET /images/*', json({ Id: 'sha256:1' }));
    const path = join(temporaryFolder(), 'text');
    writeFileSync(path, 'not a program');
    await expect(ensure(path)).rejects.toThrow(UsageError);
    expect(current().server.calls('GET /images')).toEqual([]);
  });
});
