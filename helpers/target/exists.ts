/** Whether there is something at a path that this user can see. */
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { errnoOf } from '../probe/errno';

export async function exists(path: string): Promise<boolean> {
  try {
    await access(path, constants.F_OK);
    return true;
  } catch (error) {
    if (errnoOf(error) !== undefined) return false;
    throw error;
  }
}
