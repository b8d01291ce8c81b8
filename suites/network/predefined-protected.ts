import { claim } from '../../helpers/claims/claim';
import { accepts, answers, madeUpId, refusesWith, set, since } from '../../helpers/faults/vocabulary';
import { onDefaultBridge } from './fixtures/default-bridge';
import { emptyBridge } from './fixtures/empty-bridge';

const PREDEFINED = ['bridge', 'host', 'none'];
const REFUSAL = { status: [403], message: /pre-?defined/i };

export default claim({
  id: 'network.predefined.protected',
  level: 'implied',
  lines: [[50, 56]],
  statement: 'The networks bridge, host and none can be neither created anew nor removed: both are forbidden (403).',
  fault: 'the engine makes a second network called bridge, or removes a predefined one',
  changes: [
    {
      vendor: 'podman',
      engine: '>=4.3.1',
      why: 'the names are refused with 500, and host and none are modes, and no networks',
      reference: 'measured on 4.3.1, 5.4.2 and 5.8.6',
    },
    {
      vendor: 'docker',
      engine: '>=1.12.0',
      inSwarm: true,
      why: 'In a swarm the name is looked for first: creating bridge is a conflict, 409.',
      reference: 'measured on swarms of 20.10.24, of 26.1.5 and of 28.5.2',
    },
  ],
  faults: [
    {
      what: 'a second bridge is made',
      plant: accepts('POST /networks/create', 201, () => ({ Id: madeUpId(), Warning: '' })),
      expect: /creating bridge: expected refused/,
    },
    {
      what: 'bridge is removed',
      plant: accepts('DELETE /networks/*', 204),
      expect: /removing bridge: expected refused/,
    },
    {
      what: 'it is refused, and bridge another afterwards',
      plant: since(
        2,
        answers(
          'GET /networks',
          set('*.Id', () => madeUpId()),
        ),
      ),
      expect: /the predefined networks afterwards/,
    },
    { what: 'the refusal has another status', plant: refusesWith('DELETE /networks/*', 500), expect: /status/ },
  ],
  async body({ engine, make, use, verify }) {
    // With a container on it, an engine that does not protect its default bridge does not lose it to this check.
    await use(onDefaultBridge);
    const before = await predefined();
    for (const Name of PREDEFINED) {
      const body = { ...make.networkBody(), Name };
      verify.refused(await engine.post('/networks/create', { body }), REFUSAL, `creating ${Name}`);
    }
    // Only an engine that knows these names as its own gets this far.
    for (const name of PREDEFINED)
      verify.refused(await engine.delete(`/networks/${name}`), REFUSAL, `removing ${name}`);
    verify.equal(await predefined(), before, 'the predefined networks afterwards');
    const other = await use(emptyBridge);
    verify.accepted(await engine.get(`/networks/${other.id}`), 'inspect of a network that was made under another name');

    async function predefined(): Promise<string[]> {
      const networks = await engine.networks();
      const own = networks.filter((network) => PREDEFINED.includes(network.Name ?? ''));
      return own.map((network) => `${network.Name} ${network.Id}`).sort();
    }
  },
});
