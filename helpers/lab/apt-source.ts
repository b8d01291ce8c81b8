/** Where this machine gets its packages from, as apt itself reads its configuration: the lab's come from there too. */
import { readFileSync } from 'node:fs';
import { runTool, toolPath } from '../bootstrap/tool';

export interface AptSource {
  /** The archive of Debian's releases; undefined where this machine has none: debootstrap then takes its own default. */
  readonly mirror?: string;
  /** Lines of apt.conf that say how the archive is to be asked. No proxy is in it: it may hold a password. */
  readonly options: readonly string[];
  /** As programs take them from their environment: `http_proxy`. */
  readonly proxies: Readonly<Record<string, string>>;
}

/** Names by which a source says a release, itself or by its age. */
const RELEASES = /^(bullseye|bookworm|trixie|forky|duke|sid|(old)*stable|testing|unstable)$/;

/** How the archive is asked, with nothing in it that is of this machine's installation alone. */
const OPTIONS =
  /^Acquire::(Check-Valid-Until|Check-Date|M(ax|in)-ValidTime|Max-FutureTime|Retries|ForceIPv[46]|https?::(Timeout|Pipeline-Depth|No-Cache|Verify-Peer|Verify-Host))\b[^"]* "[^"]*";$/;

const FORMAT = '$(REPO_URI)|$(RELEASE)|$(COMPONENT)|$(ORIGIN)';

/** Reads apt's configuration; empty where this machine has no apt. */
export async function readAptSource(env: NodeJS.ProcessEnv = process.env): Promise<AptSource> {
  if ((await toolPath('apt-get')) === undefined) return { options: [], proxies: proxiesIn('', env) };
  const [targets, dump] = await Promise.all([
    runTool('apt-get', ['indextargets', '--format', FORMAT, 'Created-By: Packages']),
    runTool('apt-config', ['dump']),
  ]);
  const mirror = mirrorIn(targets.stdout);
  return {
    ...(mirror === undefined ? {} : { mirror }),
    options: dump.stdout.split('\n').filter((line) => OPTIONS.test(line)),
    proxies: proxiesIn(dump.stdout, env, mirror),
  };
}

/**
 * The archive of Debian's releases among apt's sources: one whose `main` is asked for by the name of a release. What is
 * not from Debian says so itself, as soon as its lists were fetched.
 *
 * @param targets lines of `URI|release|component|origin`; a field that apt does not know stands as `$(ORIGIN)`
 */
export function mirrorIn(targets: string, read = (path: string) => readFileSync(path, 'utf8')): string | undefined {
  for (const line of targets.split('\n')) {
    const [uri = '', release = '', component, origin = ''] = line.split('|');
    if (component !== 'main' || !RELEASES.test(release) || !/^(Debian|\$\(ORIGIN\)|)$/.test(origin)) continue;
    const mirror = uri.startsWith('mirror+file:') ? listed(read(uri.replace(/^mirror\+file:(\/\/)?/, ''))) : uri;
    if (mirror !== undefined && isHttpUrl(mirror)) return mirror.replace(/\/+$/, '');
  }
  return undefined;
}

/** The first mirror of a list. Source: apt-transport-mirror(1). */
function listed(text: string): string | undefined {
  return text
    .split('\n')
    .map((line) => line.split(/\s/)[0] ?? '')
    .find(isHttpUrl);
}

function isHttpUrl(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text);
}

/** The proxies that apt goes through, by their variable; what apt does not say is the environment's to say. */
export function proxiesIn(dump: string, env: NodeJS.ProcessEnv, mirror?: string): Record<string, string> {
  const host = mirror === undefined ? '' : new URL(mirror).hostname;
  const found: Record<string, string> = {};
  for (const scheme of ['http', 'https']) {
    const said = settingIn(dump, `Acquire::${scheme}::Proxy::${host}`) ?? settingIn(dump, `Acquire::${scheme}::Proxy`);
    const proxy = said ?? env[`${scheme}_proxy`];
    if (proxy !== undefined && proxy !== '' && proxy !== 'DIRECT') found[`${scheme}_proxy`] = proxy;
  }
  const direct = env.no_proxy;
  return direct === undefined || direct === '' ? found : { ...found, no_proxy: direct };
}

function settingIn(dump: string, name: string): string | undefined {
  const line = dump.split('\n').find((each) => each.toLowerCase().startsWith(`${name.toLowerCase()} "`));
  const value = line?.slice(name.length + 2).replace(/";$/, '');
  return value === '' ? undefined : value;
}
