import { claim } from '../../helpers/claims/claim';
import { store } from '../../helpers/claims/needs';
import { prints } from '../../helpers/faults/vocabulary';
import { askAt, askerOn } from './from-host';

/** Servers that have just found each other elect a leader within seconds. */
const ELECTION_MS = 10_000;

export default claim({
  id: 'swarm-classic.store-quorum',
  level: 'stated',
  lines: [[413, 445]],
  statement: 'The two Consul servers list each other as peers and have elected a leader, the same for both.',
  needs: [store('consul')],
  fault: 'a server knows of no other, or of no leader, or of another than its peer does',
  faults: [
    {
      what: 'a server knows of no other',
      plant: prints(/status\/peers/, () => '["10.0.0.1:8300"]'),
      expect: /^what the server at/,
    },
    { what: 'there is no leader', plant: prints(/status\/leader/, () => '""'), expect: /^what the server at/ },
    {
      what: 'the other server knows of another leader',
      plant: prints({ command: /status\/leader/, since: 2 }, () => '"10.0.0.9:8300"'),
      expect: /^what the server at/,
    },
  ],
  async body({ cluster, facts, verify }) {
    const door = verify.present(facts.cluster?.store, 'the store').address;
    const { port } = new URL(`tcp://${door}`);
    const asker = await askerOn(cluster.pair[0]);
    const seenAt = async (address: string) => ({
      peers: textsIn(await askAt(asker, address, '/v1/status/peers')),
      leader: await askAt(asker, address, '/v1/status/leader'),
    });
    const { value: first } = await verify.eventually(
      `what the server at ${door} knows`,
      () => seenAt(door),
      ({ peers, leader }) => peers.length >= 2 && peers.some((peer) => peer === leader),
      { withinMs: ELECTION_MS, expected: 'two peers or more, one of them the leader' },
    );
    for (const peer of first.peers) {
      const at = `${new URL(`tcp://${peer}`).hostname}:${port}`;
      verify.equal(await seenAt(at), first, `what the server at ${at} knows`);
    }
  },
});

function textsIn(document: unknown): string[] {
  return Array.isArray(document) ? document.filter((each) => typeof each === 'string').sort() : [];
}
