import type { Lab, LabHost, LabHostOptions } from '../lab/lab-host';
import { REGISTRY } from '../lab/services';
import type { TargetLab } from '../target/target';
import { faultyLab } from './hosts';
import type { Plant } from './plant';
import { together } from './together';
import { mishearsFlags, refuses, startsHosts } from './vocabulary';

/** Starts hosts through a fault, and tells which were started and how often it was planted. */
async function startedWith(plant: Plant | undefined, ...asked: readonly Partial<LabHostOptions>[]) {
  const started: LabHostOptions[] = [];
  let planted = 0;
  const lab: Pick<Lab, 'startHost' | 'network'> = {
    network: () => Promise.reject(new Error('no network was asked for')),
    startHost: async (options) => {
      started.push(options);
      return {} as LabHost;
    },
  };
  const of: TargetLab = { lab, recipe: REGISTRY, network: { id: 'n', name: 'n', subnet: '', gateway: '' } };
  const faulty = faultyLab(of, plant, () => {
    planted += 1;
  });
  for (const options of asked) await faulty.lab.startHost({ recipe: REGISTRY, ...options });
  return { started, planted };
}

const WITHOUT_ADDRESS = startsHosts((asked) => {
  const { address, ...others } = asked;
  return address === undefined ? asked : others;
});

test('hosts that are meant come up otherwise, and are counted', async () => {
  const { started, planted } = await startedWith(WITHOUT_ADDRESS, { address: '10.0.0.9' }, { flags: ['--debug'] });
  expect(started).toEqual([{ recipe: REGISTRY }, { recipe: REGISTRY, flags: ['--debug'] }]);
  expect(planted).toBe(1);
});

test('a flag is left out or is another, and hosts without it are as they were asked for', async () => {
  const plant = mishearsFlags((flag) => (flag === '--tls' ? undefined : flag.replace('10.0.0.9', '0.0.0.0')));
  const asked = [{ flags: ['--tls', '-H=10.0.0.9'] }, { flags: ['--debug'] }, {}];
  const { started, planted } = await startedWith(plant, ...asked);
  expect(started.map(({ flags }) => flags)).toEqual([['-H=0.0.0.0'], ['--debug'], undefined]);
  expect(planted).toBe(1);
});

test('of several faults each acts on a host', async () => {
  const plant = together(
    WITHOUT_ADDRESS,
    refuses('GET /info', 500),
    mishearsFlags(() => undefined),
  );
  const { started } = await startedWith(plant, { address: '10.0.0.9', flags: ['--debug'] });
  expect(started).toEqual([{ recipe: REGISTRY, flags: [] }]);
});

test.each([undefined, refuses('GET /info', 500)])('a fault in calls leaves hosts alone', async (plant) => {
  expect(await startedWith(plant, { flags: ['--debug'] })).toEqual({
    started: [{ recipe: REGISTRY, flags: ['--debug'] }],
    planted: 0,
  });
});
