/** Where the engine of a new host keeps what it has. */
import { claim } from '../../helpers/claims/claim';
import { answers, logs, set } from '../../helpers/faults/vocabulary';
import { type Room, sight } from './fixtures/sight';

/** So much must be free: this share of all, or this amount, whichever is less. */
const ENOUGH = {
  bytes: {
    share: 0.1,
    amount: 20 * 1024 ** 3,
    why: 'below a tenth devicemapper makes no layer (dm.min_free_space) and a kubelet evicts (nodefs.available)',
  },
  // An image of a distribution unpacks to some ten thousand files.
  inodes: { share: 0.05, amount: 1_000_000, why: 'below a twentieth a kubelet evicts (nodefs.inodesFree)' },
} as const;

/**
 * Where what is written by containers lies, as the look names it. An overlay shows what is free below it; of devicemapper a
 * layer shows its own device, and what is left of the pool is not to be seen from a container.
 */
const PLACES = { layer: "the filesystem of containers' layers", volume: 'the filesystem of volumes' } as const;

export default [
  claim({
    id: 'host.ready.storage-driver',
    level: 'implied',
    lines: [[480, 480]],
    statement:
      'The storage driver shares layers between images and containers: it is not vfs, which copies them whole.',
    fault: 'no better driver works on the filesystem of the host, and the engine takes vfs without a word',
    faults: [
      { what: 'the driver is vfs', plant: answers('GET /info', set('Driver', 'vfs')), expect: /storage driver/ },
      { what: 'no driver is named', plant: answers('GET /info', set('Driver', '')), expect: /storage driver/ },
    ],
    async body({ engine, verify }) {
      const { Driver } = await engine.info();
      verify.that(
        !['', 'vfs', undefined].includes(Driver),
        'the storage driver in /info',
        'any but vfs',
        Driver ?? 'none',
      );
    },
  }),
  ...(['bytes', 'inodes'] as const).map((kind) =>
    claim({
      id: kind === 'bytes' ? 'host.ready.free-disk' : 'host.ready.free-inodes',
      level: 'implied',
      lines: [
        [297, 297],
        [614, 630],
      ],
      statement:
        kind === 'bytes'
          ? "There is room below the engine's root: a tenth of the disk, or 20 GiB, is free to layers and to volumes."
          : "There is room for files below the engine's root: a twentieth of the inodes, or a million, are free.",
      fault: 'the disk fills up by logs, images or volumes, and the engine fails in the middle of a pull or a write',
      faults: (['layer', 'volume'] as const).map((place) => ({
        what: `nothing is free at ${PLACES[place]}`,
        plant: logs((said) => said.replace(new RegExp(`^(${place} \\d+ \\d+) \\d+ (\\d+) \\d+$`, 'm'), '$1 0 $2 0')),
        expect: new RegExp(`free at ${PLACES[place]}`),
      })),
      async body({ use, verify }) {
        const { room } = await use(sight);
        for (const place of ['layer', 'volume'] as const) {
          const seen: Room = verify.present(room[place], `what is free at ${PLACES[place]}`);
          const { all, free } = seen[kind];
          const wanted = Math.min(all * ENOUGH[kind].share, ENOUGH[kind].amount);
          verify.that(free >= wanted, `${kind} free at ${PLACES[place]}`, expected(kind, wanted), `${free} of ${all}`);
        }
      },
    }),
  ),
];

function expected(kind: keyof typeof ENOUGH, wanted: number): string {
  return `${Math.ceil(wanted)} or more (${ENOUGH[kind].why})`;
}
