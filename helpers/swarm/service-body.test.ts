import { serviceBody } from './service-body';

const nothingMore = { notOn: [] };

test('a service serves with limits, as many times as is asked', () => {
  expect(serviceBody('s', 'sha256:1', { tasks: 2, ...nothingMore })).toEqual({
    Name: 's',
    TaskTemplate: {
      ContainerSpec: { Image: 'sha256:1', Command: ['/probe/serve'] },
      Resources: { Limits: { MemoryBytes: 67_108_864, NanoCPUs: 1_000_000_000 } },
      Placement: { Constraints: [] },
    },
    Mode: { Replicated: { Replicas: 2 } },
  });
});

test('a service is on every node but some, on a network, under a name that resolves as is asked', () => {
  const network = { id: 'n1', name: 'net' };
  const body = serviceBody('s', 'probe', { tasks: 'one a node', network, endpoint: 'dnsrr', notOn: ['a', 'b'] });
  expect(body).toMatchObject({
    TaskTemplate: { Networks: [{ Target: 'n1' }], Placement: { Constraints: ['node.id!=a', 'node.id!=b'] } },
    Mode: { Global: {} },
    EndpointSpec: { Mode: 'dnsrr' },
  });
});

test('the delay of an update is told in nanoseconds', () => {
  const body = serviceBody('s', 'probe', { tasks: 1, update: { parallelism: 1, delayMs: 1_500 }, env: ['A=1'] });
  expect(body).toMatchObject({
    UpdateConfig: { Parallelism: 1, Delay: 1_500_000_000 },
    TaskTemplate: { ContainerSpec: { Env: ['A=1'] } },
  });
});
