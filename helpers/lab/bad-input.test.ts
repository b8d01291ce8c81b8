/** What a machine may lack that is to have a lab: each is one line with its mend, told before anything is made. */
import { readdirSync } from 'node:fs';
import { freePort } from '../fixtures/free-port';
import { outerEnginesOfTests } from '../fixtures/outer-engine';
import { programsOfTests } from '../fixtures/programs';
import { withOwnTmpdir } from '../fixtures/temporary-folder';
import { NAME_PREFIX } from '../run/identity';
import { UsageError } from '../usage-error';
import type { AptSource } from './apt-source';
import { catalogueRecipe, ENGINES } from './engines';
import { LabImages } from './images';
import { openLab } from './lab';
import { STANDING } from './marks';
import { makeRoot } from './root';

const MIB = 1024 * 1024;
const lacks = { programs: [] as string[], freeMib: {} as Record<string, number>, user: 0 };
jest.mock('node:fs/promises', () => {
  const actual = jest.requireActual<typeof import('node:fs/promises')>('node:fs/promises');
  const statfs = async (path: string) => {
    const free = Object.entries(lacks.freeMib).find(([begin]) => path.startsWith(begin))?.[1];
    return free === undefined ? actual.statfs(path) : { bavail: free, bsize: MIB };
  };
  return { ...actual, statfs };
});
// What apt is told on this machine is of no account here, and takes it seconds to say.
jest.mock('./apt-source', () => ({ readAptSource: async () => ({ options: [], proxies: {} }) }));
jest.mock('../bootstrap/tool', () => {
  const actual = jest.requireActual<typeof import('../bootstrap/tool')>('../bootstrap/tool');
  const toolPath = async (name: string) => (lacks.programs.includes(name) ? undefined : actual.toolPath(name));
  return { ...actual, toolPath };
});

const given = outerEnginesOfTests();
const { install: program } = programsOfTests();
const roots = withOwnTmpdir();
const [engine] = ENGINES;
if (engine === undefined) throw new Error('an empty catalogue');
const recipe = catalogueRecipe(engine);
const signal = new AbortController().signal;

beforeEach(() => {
  // What is confined runs as it is here: only root may make namespaces.
  for (const name of ['setpriv', 'unshare']) {
    program(name, 'while [ "$1" != -- ]; do shift; done; shift; exec "$@"');
  }
  program('debootstrap', 'echo "debootstrap was begun" >&2; exit 1');
  Object.assign(lacks, { programs: [], freeMib: {} });
  jest.spyOn(process, 'getuid').mockReturnValue(0);
});
afterEach(() => {
  jest.restoreAllMocks();
});

function build(rootDir = '/no/such/place'): Promise<unknown> {
  const { outer } = given();
  const facts = { ...outer.facts, rootDir };
  const options = { outer: { ...outer, facts }, say: () => {}, signal, bootstrap: false, directory: () => {} };
  return new LabImages(options).ensure(recipe);
}

function rootFrom(source: Partial<AptSource>): Promise<unknown> {
  return makeRoot('bookworm', { options: [], proxies: {}, ...source }, () => {}, signal);
}

interface Lacking {
  readonly what: string;
  readonly arrange?: () => void;
  readonly act: () => Promise<unknown>;
  readonly says: RegExp;
  readonly mend: RegExp;
}

const CASES: readonly Lacking[] = [
  {
    what: 'room on the disk of the outer engine',
    arrange: () => Object.assign(lacks, { programs: ['debootstrap'], freeMib: { '/': 1_499 } }),
    act: () => build('/'),
    says: /^no room for the image of \S+: \/ has 1499 MiB free, and 1500 are needed$/,
    mend: /lab down --images/,
  },
  {
    what: 'room for a host, though its image is there',
    arrange: () => Object.assign(lacks, { freeMib: { '/': 199 } }),
    act: async () => {
      const { outer } = given();
      const facts = { ...outer.facts, rootDir: '/' };
      const lab = openLab({ outer: { ...outer, facts }, owner: STANDING, say: () => {}, signal });
      try {
        return await lab.startHost({ recipe });
      } finally {
        await lab.close();
      }
    },
    says: /^no room for the host \S+: \/ has 199 MiB free, and 200 are needed$/,
    mend: /lab down --images/,
  },
  {
    what: 'room for a root',
    arrange: () => Object.assign(lacks, { freeMib: { [roots()]: 12 } }),
    act: () => rootFrom({}),
    says: /^no room for a root of Debian bookworm: \S+ has 12 MiB free, and 700 are needed$/,
    mend: /TMPDIR/,
  },
  {
    what: 'debootstrap',
    arrange: () => Object.assign(lacks, { programs: ['debootstrap'] }),
    act: () => build(),
    says: /^\S+ is not built yet, and there is no debootstrap\b.* to build it with$/,
    mend: /^apt-get install debootstrap\b.*--bootstrap does that too$/,
  },
  {
    what: 'the rights to build',
    arrange: () => void jest.spyOn(process, 'getuid').mockReturnValue(1000),
    act: () => build(),
    says: /^\S+ is not built yet, and only root can build it$/,
    mend: /^run as root/,
  },
  {
    what: 'a mirror that answers',
    act: async () => rootFrom({ mirror: `http://127.0.0.1:${await freePort()}/debian` }),
    says: /^the package mirror does not give us Debian bookworm: http:\/\/127\.0\.0\.1:\d+\/debian\/dists\/bookworm\/InRelease: /,
    mend: /apt-get update/,
  },
  {
    what: 'a debootstrap that works',
    act: () => rootFrom({}),
    says: /^debootstrap could not make a root of Debian bookworm: debootstrap was begun$/,
    mend: /debian-archive-keyring/,
  },
];

test.each(CASES)('a machine without $what: one line, its mend, and nothing is left', async (lacking) => {
  lacking.arrange?.();
  const refusal = await lacking.act().then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(refusal instanceof UsageError)) throw refusal ?? new Error('nothing was lacking');
  expect(refusal.message).toMatch(lacking.says);
  expect(refusal.mend).toMatch(lacking.mend);
  expect(`${refusal.message}${refusal.mend}`).not.toMatch(/\n/);
  expect(readdirSync(roots()).filter((name) => name.startsWith(NAME_PREFIX))).toEqual([]);
});
