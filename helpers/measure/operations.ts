/** The operations that are timed: the life of a container, of a network and of a volume, and round trips. */
import { type Answer, succeeded, UnexpectedAnswer } from '../engine/answer';
import { NotMeasured } from './not-measured';
import { pairOnBridge, pairOnOverlay, roundTrip } from './round-trip';
import type { Step } from './rounds';
import { made, type Subject } from './subject';

/** In the order in which they are taken in each round. A stopped container ends at once on TERM. */
export const STEPS: readonly Step<Subject>[] = [
  { operation: 'ping', run: ({ engine }) => timed(() => accepted(engine.get('/_ping'))) },
  {
    operation: 'create',
    run: (subject) =>
      timed(async () => {
        subject.container = await subject.make.created();
      }),
  },
  {
    operation: 'start',
    after: 'create',
    run: ({ engine, container }) => timed(() => accepted(engine.start(made(container)))),
  },
  {
    operation: 'exec',
    after: 'start',
    run: ({ engine, container }) =>
      timed(async () => {
        const { exitCode } = await engine.exec(made(container), ['true']);
        if (exitCode !== 0) throw new NotMeasured(`true ended with ${exitCode} in a container`);
      }),
  },
  {
    operation: 'stop',
    after: 'start',
    run: ({ engine, container }) => timed(() => accepted(engine.stop(made(container)))),
  },
  {
    operation: 'remove',
    after: 'create',
    run: ({ engine, container }) => timed(() => accepted(engine.remove(made(container), { force: 1 }))),
  },
  {
    operation: 'network-create',
    run: (subject) =>
      timed(async () => {
        subject.network = await subject.make.network({ subnet: true });
      }),
  },
  {
    operation: 'network-remove',
    after: 'network-create',
    run: ({ engine, network }) => timed(() => accepted(engine.delete(`/networks/${made(network).id}`))),
  },
  {
    operation: 'volume-create',
    run: (subject) =>
      timed(async () => {
        subject.volume = await subject.make.volume();
      }),
  },
  {
    operation: 'volume-remove',
    after: 'volume-create',
    run: ({ engine, volume }) => timed(() => accepted(engine.delete(`/volumes/${made(volume).name}`))),
  },
  {
    operation: 'round-trip-bridge',
    run: async (subject) => {
      subject.bridge ??= await pairOnBridge(subject);
      return roundTrip(subject.bridge);
    },
  },
  {
    operation: 'round-trip-overlay',
    isFor: ({ facts }) => facts.cluster?.formation.formed === true && facts.cluster.mode !== 'none',
    run: async (subject) => {
      subject.overlay ??= await pairOnOverlay(subject);
      return roundTrip(subject.overlay);
    },
  },
];

/** Milliseconds, to the microsecond. */
async function timed(action: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await action();
  return Math.round((performance.now() - begun) * 1000) / 1000;
}

async function accepted(call: Promise<Answer>): Promise<void> {
  const answer = await call;
  if (!succeeded(answer)) throw new UnexpectedAnswer(answer);
}
