import type { LabTools } from '../../helpers/claims/cluster';
import { ENGINE_PORT } from '../../helpers/lab/engines';
import type { LabHost } from '../../helpers/lab/lab-host';

/** What a door does: an engine answers, the address is there and nobody listens, or nothing comes back. */
export type Door = 'answers' | 'refuses' | 'silent' | 'answers something else';

/** One request without a client of its own: small hosts have none. Connecting and answering take at most two seconds. */
const SCRIPT = `exec 3<> "/dev/tcp/$0/$1" || exit 7
printf 'GET /_ping HTTP/1.0\\r\\nHost: engine\\r\\n\\r\\n' >&3
exec cat <&3`;

/** Asks the engine's port at an address, from a host of the lab. */
export async function knock(lab: LabTools, from: LabHost, name: string, address: string): Promise<Door> {
  const command = ['timeout', '2', 'bash', '-c', SCRIPT, address, String(ENGINE_PORT)];
  const { exitCode, stdout, stderr } = await lab.run(from, name, command);
  if (/Connection refused/i.test(stderr)) return 'refuses';
  if (exitCode === 124) return 'silent';
  return /^HTTP\/1\.[01] 200 [\s\S]*OK/.test(stdout) ? 'answers' : 'answers something else';
}
