import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { programsOfTests } from '../fixtures/programs';
import { temporaryFolder } from '../fixtures/temporary-folder';
import { probeSystemd } from './engine-service';

const PID = 4711;
const LOCAL = { local: true } as const;

const programs = programsOfTests();
let folder: string;
let places: { booted: string; processes: string };

beforeEach(() => {
  folder = temporaryFolder();
  places = { booted: folder, processes: join(folder, 'proc') };
});

/** What systemd says of docker.service. */
function systemdSays(...lines: readonly string[]): void {
  const asked = '[ "$*" = "show --property LoadState --property MainPID docker.service" ] || exit 1';
  programs.install('systemctl', [asked, ...lines.map((line) => `echo ${line}`)].join('\n'));
}

/** The files that the process of docker.service holds open. */
function holds(...files: readonly string[]): void {
  const descriptors = join(places.processes, String(PID), 'fd');
  mkdirSync(descriptors, { recursive: true });
  files.forEach((file, index) => {
    symlinkSync(file, join(descriptors, String(index)));
  });
}

const running = () => systemdSays('LoadState=loaded', `MainPID=${PID}`);

test('The engine whose root directory the service holds files in is the service.', async () => {
  running();
  holds('/dev/null', 'socket:[1]', '/data/docker/network/files/local-kv.db');
  expect(await probeSystemd(LOCAL, '/data/docker', places)).toEqual({ usable: true, path: 'systemctl' });
});

test('It is found by the real path where its root directory is a link.', async () => {
  const [real, link] = [join(folder, 'real'), join(folder, 'link')];
  mkdirSync(real);
  symlinkSync(real, link);
  running();
  holds(join(real, 'volumes/metadata.db'));
  expect(await probeSystemd(LOCAL, link, places)).toMatchObject({ usable: true });
});

test.each(['/data/docker-private', '/data/dock', '/data/docker/network/files/local-kv.db', '/', ''])(
  'An engine of the root directory "%s" beside the service is not the service.',
  async (rootDir) => {
    running();
    holds('/dev/null', '/data/docker/network/files/local-kv.db');
    expect(await probeSystemd(LOCAL, rootDir, places)).toEqual({
      usable: false,
      reason: 'docker.service is another engine than the one that answers',
    });
  },
);

test('A service that does not run is not the engine that answers.', async () => {
  systemdSays('LoadState=loaded', 'MainPID=0');
  expect(await probeSystemd(LOCAL, '/data/docker', places)).toEqual({
    usable: false,
    reason: 'docker.service does not run: the engine that answers is another',
  });
});

test('Where the service’s files cannot be seen nothing is said of it.', async () => {
  running();
  expect(await probeSystemd(LOCAL, '/data/docker', places)).toEqual({
    usable: false,
    reason: 'this user cannot see whether the engine is docker.service (run as root)',
  });
});

test.each([['LoadState=not-found', 'MainPID=0'], ['LoadState=masked', 'MainPID=0'], []])(
  'There is no service where systemd says "%s".',
  async (...lines) => {
    systemdSays(...lines);
    expect(await probeSystemd(LOCAL, '/data/docker', places)).toEqual({
      usable: false,
      reason: 'systemd of the host knows no docker.service',
    });
  },
);

test('systemd is not asked where it does not run the host, nor where this machine is not the host.', async () => {
  const absent = { ...places, booted: join(folder, 'none') };
  expect(await probeSystemd(LOCAL, '/data/docker', absent)).toEqual({
    usable: false,
    reason: 'the host does not run systemd',
  });
  expect(await probeSystemd({ local: false, reason: 'it is elsewhere' }, '/data/docker', places)).toEqual({
    usable: false,
    reason: 'it is elsewhere',
  });
});
