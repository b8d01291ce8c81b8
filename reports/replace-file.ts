/** Writes a file whole or not at all. */
import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** Writes to a temporary file beside it, to the disk, and then to its name. */
export async function replaceFile(directory: string, name: string, text: string): Promise<void> {
  const temporary = temporaryName(directory, name);
  try {
    const file = await open(temporary, 'wx', 0o644);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path.join(directory, name));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  // The new name must outlive a crash too.
  const folder = await open(directory, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** A name beside a file, which nobody else has. */
export function temporaryName(directory: string, name: string): string {
  return path.join(directory, `.${name}.${randomUUID()}.tmp`);
}
