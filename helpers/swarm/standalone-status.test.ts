import fc from 'fast-check';
import { CLUSTER, recordings } from '../schema/fixtures/recordings';
import { parseSwarmStatus } from './standalone-status';

const recorded = recordings(CLUSTER);
const infoOf = (manager: string) =>
  recorded.find(({ endpoint, request }) => endpoint === manager && request.path === '/v1.23/info')?.body as {
    readonly SystemStatus: [string, string][];
    readonly NCPU: number;
    readonly MemTotal: number;
  };
const GIB = 1024 ** 3;

describe('the status of a recorded manager', () => {
  test('tells its role, and a replica whom it follows', () => {
    expect(parseSwarmStatus(infoOf('m36').SystemStatus)).toMatchObject({ role: 'primary', primary: undefined });
    expect(parseSwarmStatus(infoOf('m35').SystemStatus)).toMatchObject({
      role: 'replica',
      primary: '10.111.222.36:4000',
    });
  });

  test('tells how it schedules, and on how many nodes', () => {
    expect(parseSwarmStatus(infoOf('m35').SystemStatus)).toMatchObject({
      strategy: 'spread',
      filters: ['health', 'port', 'containerslots', 'dependency', 'affinity', 'constraint'],
      nodeCount: 2,
    });
  });

  test('tells all of each node', () => {
    const { nodes } = parseSwarmStatus(infoOf('m35').SystemStatus);
    expect(nodes.map(({ name }) => name)).toEqual(['n35', 'n36']);
    expect(nodes[1]).toEqual({
      name: 'n36',
      address: '10.111.222.36:2375',
      id: 'N7NO:CVON:5IY7:56H4:Z5XS:J26P:OZSQ:NVNV:Z4VC:JZW5:F7EG:L6BC',
      status: 'Healthy',
      containers: 0,
      cpus: { reserved: 0, total: 2 },
      memory: { reserved: 0, total: 24.72 * GIB },
      labels: {
        executiondriver: '',
        kernelversion: '6.18.44-fc-v595',
        operatingsystem: 'Debian GNU/Linux 12 (bookworm)',
        storagedriver: 'overlay',
      },
      error: '(none)',
      serverVersion: '1.11.1',
    });
  });

  test('agrees with the sums over the nodes in the same answer', () => {
    const { SystemStatus, NCPU, MemTotal } = infoOf('m35');
    const { nodes } = parseSwarmStatus(SystemStatus);
    const sum = (values: readonly (number | undefined)[]) => values.reduce<number>((a, b) => a + (b ?? Number.NaN), 0);
    expect(sum(nodes.map(({ cpus }) => cpus?.total))).toBe(NCPU);
    expect(Math.abs(sum(nodes.map(({ memory }) => memory?.total)) / MemTotal - 1)).toBeLessThan(0.001);
  });
});

describe('of a status', () => {
  test('that a later version writes, the number of containers is read', () => {
    const lines = [
      [' n1', '10.0.0.1:2375'],
      ['  └ Containers', '4 (2 Running, 0 Paused, 2 Stopped)'],
    ];
    expect(parseSwarmStatus(lines).nodes[0]?.containers).toBe(4);
  });

  test('a label with a comma or an equals sign in its value is read whole', () => {
    const lines = [
      [' n1', '10.0.0.1:2375'],
      ['  └ Labels', 'operatingsystem=Linux, of 2016, options=a=1, empty='],
    ];
    expect(parseSwarmStatus(lines).nodes[0]?.labels).toEqual({
      operatingsystem: 'Linux, of 2016',
      options: 'a=1',
      empty: '',
    });
  });

  test('with amounts of memory in any unit, bytes are told', () => {
    const totals = ['512 MiB', '1.5 KiB', '7 B', '1.5 parsecs', 'NaN GiB'].map((total) => {
      const lines = [
        [' n1', '10.0.0.1:2375'],
        ['  └ Reserved Memory', `64 MiB / ${total}`],
      ];
      return parseSwarmStatus(lines).nodes[0]?.memory?.total;
    });
    expect(totals).toEqual([512 * 1024 ** 2, 1536, 7, undefined, undefined]);
  });

  test('that is none, nothing is told', () => {
    const nothing = parseSwarmStatus(null);
    expect(nothing).toEqual(parseSwarmStatus([['Role'], 'Role', { Role: 'primary' }]));
    expect(nothing).toMatchObject({ role: undefined, filters: [], nodeCount: undefined, nodes: [] });
  });

  test('whatever it is, something is told', () => {
    const key = fc.oneof(fc.string(), fc.constantFrom('Role', 'Nodes', ' n1', '  └ Labels', '  └ Reserved CPUs'));
    const pairs = fc.array(fc.oneof(fc.tuple(key, fc.string()), fc.anything()));
    fc.assert(fc.property(fc.oneof(pairs, fc.anything()), (status) => void parseSwarmStatus(status)));
  });
});
