/** Where an engine listens, and from where it is reached. */
import { claim } from '../../helpers/claims/claim';
import { lab as ofLab } from '../../helpers/claims/needs';
import { ENGINE_PORT } from '../../helpers/lab/engines';
import { gotIn, seen } from './attempt';
import { LISTENS_EVERYWHERE, OPENS_ITS_PORT } from './faults';
import { boundEngine } from './fixtures/bound-engine';
import { knock } from './knock';

/** One of these claims shuts the door at which the other knocks. */
const DOOR = 'the engine bound to one address';

export default [
  claim({
    id: 'remote-api.bound-address',
    level: 'stated',
    lines: [[663, 663]],
    statement: 'An engine bound to one address answers there and on no other address of its host.',
    needs: [ofLab],
    fault: 'the engine listens on all addresses, whichever it was given',
    faults: [LISTENS_EVERYWHERE],
    body: ({ exclusive, lab, use, verify }) =>
      exclusive(DOOR, async () => {
        const { host, address, other, friend, own } = await use(boundEngine);
        verify.that(gotIn(own), 'a client at its address', 'let in', seen(own));
        verify.equal(await knock(lab, friend, 'another host', address), 'answers', 'its address, from another host');
        // Refused, and not silent: the address is there.
        verify.equal(await knock(lab, friend, 'another host', other), 'refuses', 'the other address of its host');
        verify.equal(await knock(lab, host, 'its host', address), 'answers', 'its address, from its own host');
        verify.equal(await knock(lab, host, 'its host', '127.0.0.1'), 'refuses', 'the loopback of its host');
      }),
  }),
  claim({
    id: 'remote-api.firewall',
    level: 'stated',
    lines: [[664, 664]],
    statement: 'A source that the firewall does not allow gets no answer on the port of the engine.',
    needs: [ofLab],
    fault: 'the engine opens its own port in the packet filter, before the rules of its host',
    faults: [OPENS_ITS_PORT],
    body: ({ exclusive, lab, use, verify }) =>
      exclusive(DOOR, async () => {
        const { host, address, friend, stranger } = await use(boundEngine);
        const filter = async (change: 'A' | 'D') => {
          for (const rule of [`-s ${friend.address} -j ACCEPT`, '-j DROP']) {
            const words = `iptables -w 5 -${change} INPUT -p tcp --dport ${ENGINE_PORT} ${rule}`.split(' ');
            const { exitCode, stderr } = await lab.run(host, 'its host', words);
            if (exitCode !== 0) throw new Error(`${words.join(' ')}: ${stderr.trim()}`);
          }
        };
        const fromFriend = () => knock(lab, friend, 'the host that is allowed', address);
        const fromStranger = () => knock(lab, stranger, 'the host that is not allowed', address);
        verify.equal(await fromStranger(), 'answers', 'the engine, before there is a rule');
        await filter('A');
        try {
          verify.equal(await fromStranger(), 'silent', 'the engine, from a host that is not allowed');
          verify.equal(await fromFriend(), 'answers', 'the engine, from the host that is allowed');
        } finally {
          // The other claim knocks at this door, too.
          await filter('D');
        }
        verify.equal(await fromStranger(), 'answers', 'the engine, when the rules are gone');
      }),
  }),
];
