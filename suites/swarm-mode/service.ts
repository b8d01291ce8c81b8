/** Services as claims make them, and the tasks that come of them. */
import type { HostTools } from '../../helpers/claims/cluster';
import type { ContainerRef } from '../../helpers/claims/maker';
import type { ClaimTools, FixtureTools } from '../../helpers/claims/tools';
import type { Answer } from '../../helpers/engine/answer';
import { isRunning, tasksOf } from '../../helpers/swarm/calls';
import type { SwarmTask } from '../../helpers/swarm/documents';
import { type ServiceOptions, serviceBody } from '../../helpers/swarm/service-body';
import { shownTask } from '../../helpers/swarm/shown';
import { ground } from './fixtures/ground';

/** A task is scheduled, handed to a node, and its container created and started, each of them within a second. */
export const START_MS = 20_000;

export interface ServiceRef {
  readonly id: string;
  readonly name: string;
}

export interface ServiceAttempt {
  readonly answer: Answer;
  /** What there is where it was accepted. */
  readonly service: ServiceRef;
}

/** Asks the manager for a service. */
export async function attemptService(
  { cluster, use }: Pick<FixtureTools, 'cluster' | 'use'>,
  options: ServiceOptions,
): Promise<ServiceAttempt> {
  const { engine, make } = cluster.manager;
  const { image, notOn } = await use(ground);
  const name = make.name();
  const answer = await engine.post('/services/create', { body: serviceBody(name, image, { notOn, ...options }) });
  const { ID } = (answer.json ?? {}) as { ID?: unknown };
  return { answer, service: { id: String(ID), name } };
}

/** The service of an attempt that must have been accepted; the claim fails where it was not. */
export function madeAs(verify: ClaimTools['verify'], { answer, service }: ServiceAttempt, what: string): ServiceRef {
  verify.accepted(answer, what, 201);
  verify.matches(service.id, /^[0-9a-z]{25}$/, `the id of ${what}`);
  return service;
}

/** The running tasks of a service come to be as many; the time that it took is kept. */
export async function verifyRunning(
  { cluster, verify }: Pick<ClaimTools, 'cluster' | 'verify'>,
  service: ServiceRef,
  count: number,
): Promise<SwarmTask[]> {
  let running: SwarmTask[] = [];
  await verify.eventually(
    `running tasks after ${count} were asked for`,
    async () => {
      const tasks = await tasksOf(cluster.manager.engine, service.id);
      running = tasks.filter(isRunning);
      return tasks.map(shownTask);
    },
    () => running.length === count,
    { withinMs: START_MS, expected: String(count) },
  );
  return running;
}

/** A service that must be had, with its running tasks. */
export async function runningService(
  tools: Pick<ClaimTools, 'cluster' | 'use' | 'verify'>,
  options: ServiceOptions & { readonly tasks: number },
): Promise<{ service: ServiceRef; tasks: SwarmTask[] }> {
  const service = madeAs(tools.verify, await attemptService(tools, options), 'a service');
  return { service, tasks: await verifyRunning(tools, service, options.tasks) };
}

export interface TaskContainer {
  readonly host: HostTools;
  readonly container: ContainerRef;
}

/** The container of a task, on the host that the task names; the claim fails where it names none of the cluster. */
export function containerOf(
  { cluster, facts, verify }: Pick<ClaimTools, 'cluster' | 'facts' | 'verify'>,
  { ID = '', NodeID, Status }: SwarmTask,
): TaskContainer {
  const at = facts.cluster?.hosts.findIndex(({ node }) => node !== '' && node === NodeID) ?? -1;
  const host = verify.present(cluster.hosts[at], `the host that task ${ID} is on`);
  const id = verify.present(Status?.ContainerStatus?.ContainerID, `the id of the container of task ${ID}`);
  return { host, container: { id, name: ID } };
}
