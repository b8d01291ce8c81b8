import { realpathSync } from 'node:fs';
import { claim } from '../../helpers/claims/claim';
import { docker, lab, nodeForAll, root, thisHost, unixSocket } from '../../helpers/claims/needs';
import type { ClaimTools, CommandResult } from '../../helpers/claims/tools';
import { refuses } from '../../helpers/faults/vocabulary';
import type { LabHost } from '../../helpers/lab/lab-host';

/** A user id that owns nothing, and the group id that goes with it: nobody's, on Linux by convention. */
const NOBODY = 65534;

/** Prints the status that /_ping answers on a socket, or the code of the error that keeps one from asking. */
const PING = `
const request = require('node:http').get({ socketPath: process.argv[1], path: '/_ping' });
request.on('response', (response) => process.stdout.write(String(response.statusCode)) && response.destroy());
request.on('error', (error) => process.stdout.write(error.code));`;

/** Users on a host of the claim's own. */
const MEMBER = 'member';
const OTHER = 'other';

export default [
  claim({
    id: 'engine.socket.group-access',
    level: 'stated',
    lines: [[42, 44]],
    statement: 'A user in group `docker` may use the engine over its socket; another user may not.',
    needs: [thisHost, root, unixSocket, nodeForAll],
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
  }),
  claim({
    id: 'engine.socket.group-access.new-user',
    level: 'implied',
    lines: [[42, 44]],
    statement:
      'A user who is made and put into group `docker` may use the engine by its client at once; one who is only made may not.',
    needs: [lab, docker],
    fault: 'the socket is made before the group is, or for everybody',
    faults: { notPlantable: "it is the engine of a host of the claim's own, which is asked there and by nobody else" },
    waits: true,
    limitMs: 60_000,
    async body({ lab: ofLab, verify }) {
      const own = await ofLab.startHost({ recipe: ofLab.recipe });
      for (const user of [MEMBER, OTHER]) await done(own, `useradd ${user} || adduser -D ${user}`);
      await done(own, `usermod -a -G docker ${MEMBER} || addgroup ${MEMBER} docker`);
      const ofMember = await networksAs(own, MEMBER);
      const seen = `${ofMember.exitCode}: ${ofMember.stderr.trim()}`;
      verify.that(ofMember.exitCode === 0, '"docker network ls" of a user in group docker', 'exit status 0', seen);
      verify.matches(ofMember.stdout, /\bbridge\b/, 'the networks that are shown then');
      const ofOther = await networksAs(own, OTHER);
      verify.differs(ofOther.exitCode, 0, 'exit status of the same command of another user');
      verify.matches(ofOther.stderr, /permission denied/, 'what that user is told');
    },
  }),
];

/** Asks as a user that is in one group alone, from a directory that is everybody's. */
async function pingAs(run: ClaimTools['run'], socket: string, gid: number): Promise<string> {
  const args = ['-c', 'cd / && exec "$0" -e "$1" "$2"', realpathSync(process.execPath), PING, socket];
  const { stdout, stderr } = await run('/bin/sh', args, { uid: NOBODY, gid, env: { NODE_OPTIONS: '' } });
  if (stdout === '') throw new Error(`node said nothing as user ${NOBODY}: ${stderr}`);
  return stdout;
}

/** As the document does: `su Jack`, then the client on the default socket. */
function networksAs(own: LabHost, user: string): Promise<CommandResult> {
  return own.run(['su', '-s', '/bin/sh', user, '-c', 'cd / && docker network ls']);
}

/** What is only taken for granted. Debian has the first command of two, Alpine the second. */
async function done(own: LabHost, script: string): Promise<void> {
  const { exitCode, stderr } = await own.run(['sh', '-c', script]);
  if (exitCode !== 0) throw new Error(`${script}: ${stderr.slice(0, 500)}`);
}
