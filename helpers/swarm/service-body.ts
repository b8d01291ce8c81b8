/** The body of a service as claims ask for it. */
import type { NetworkRef } from '../claims/maker';
import { PROCESSES } from '../probe/scripts';

/** Limits of every task: 64 MiB and one CPU, as of the containers of claims. */
const LIMITS = { MemoryBytes: 64 * 1024 * 1024, NanoCPUs: 1_000_000_000 };

/** The API counts in nanoseconds. */
const NANOSECONDS = 1_000_000;

export interface ServiceOptions {
  /** A number of tasks, or one on each node. */
  readonly tasks: number | 'one a node';
  readonly network?: NetworkRef;
  /** Ids of nodes on which no task may be. */
  readonly notOn?: readonly string[];
  /** How the name of the service resolves: to a virtual address, or to the addresses of its tasks. */
  readonly endpoint?: 'vip' | 'dnsrr';
  /** An update replaces as many tasks at a time, and waits for so long before the next. */
  readonly update?: { readonly parallelism: number; readonly delayMs: number };
  /** Variables of the environment, as `A=1`. */
  readonly env?: readonly string[];
}

/**
 * A service whose tasks serve HTTP on port 8080 and end at once on TERM.
 *
 * @param image of the probe: a reference that all hosts know, or its id
 */
export function serviceBody(
  name: string,
  image: string,
  { tasks, network, notOn = [], endpoint, update, env }: ServiceOptions,
): Record<string, unknown> {
  return {
    Name: name,
    TaskTemplate: {
      ContainerSpec: { Image: image, Command: [...PROCESSES.serve], ...(env === undefined ? {} : { Env: [...env] }) },
      Resources: { Limits: LIMITS },
      Placement: { Constraints: notOn.map((node) => `node.id!=${node}`) },
      ...(network === undefined ? {} : { Networks: [{ Target: network.id }] }),
    },
    Mode: tasks === 'one a node' ? { Global: {} } : { Replicated: { Replicas: tasks } },
    ...(endpoint === undefined ? {} : { EndpointSpec: { Mode: endpoint } }),
    ...(update === undefined
      ? {}
      : {
          UpdateConfig: {
            Parallelism: update.parallelism,
            Delay: update.delayMs * NANOSECONDS,
            Monitor: MONITOR_MS * NANOSECONDS,
          },
        }),
  };
}

/** How long a task that was replaced is watched for a failure; five seconds where nothing is said. */
const MONITOR_MS = 500;
