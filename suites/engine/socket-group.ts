import { realpathSync } from 'node:fs';
import { claim } from '../../helpers/claims/claim';
import { host, nodeForAll, root, unixSocket } from '../../helpers/claims/needs';
import type { ClaimTools } from '../../helpers/claims/tools';
import { refuses } from '../../helpers/faults/vocabulary';

/** A user id that owns nothing, and the group id that goes with it: nobody's, on Linux by convention. */
const NOBODY = 65534;

/** Prints the status that /_ping answers on a socket, or the code of the error that keeps one from asking. */
const PING = `
const request = require('node:http').get({ socketPath: process.argv[1], path: '/_ping' });
request.on('response', (response) => process.stdout.write(String(response.statusCode)) && response.destroy());
request.on('error', (error) => process.stdout.write(error.code));`;

export default claim({
  id: 'engine.socket.group-access',
  level: 'stated',
  lines: [[42, 44]],
  statement: 'A user in group `docker` may use the engine over its socket; another user may not.',
  needs: [host, root, unixSocket, nodeForAll],
  fault: 'the socket is open to everybody, or belongs to another group than docker',
  faults: [
    {
      what: 'who is let in is refused',
      plant: refuses('GET /_ping', 403),
      expect: /the answer to a user in group docker/,
    },
  ],
  async body({ run, facts, verify }) {
    const socket = facts.endpoint.kind === 'unix' ? facts.endpoint.socketPath : '';
    const owner = await run('stat', ['-L', '-c', '%G %g', socket]);
    const [group = '', gid = ''] = owner.stdout.trim().split(' ');
    verify.equal(group, 'docker', 'the group of the socket');
    verify.equal(await pingAs(run, socket, Number(gid)), '200', 'the answer to a user in group docker');
    verify.equal(await pingAs(run, socket, NOBODY), 'EACCES', 'the answer to another user');
  },
});

/** Asks as a user that is in one group alone, from a directory that is everybody's. */
async function pingAs(run: ClaimTools['run'], socket: string, gid: number): Promise<string> {
  const args = ['-c', 'cd / && exec "$0" -e "$1" "$2"', realpathSync(process.execPath), PING, socket];
  const { stdout, stderr } = await run('/bin/sh', args, { uid: NOBODY, gid, env: { NODE_OPTIONS: '' } });
  if (stdout === '') throw new Error(`node said nothing as user ${NOBODY}: ${stderr}`);
  return stdout;
}
