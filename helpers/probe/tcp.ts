/** Whether TCP ports take connections; nothing is said there, and many are tried in one command. */

/** Busybox leaves as soon as the connection is there, where a program is to be run on it. */
const CONNECT = `for door; do
  (said=$(nc -w "$SECONDS_EACH" "\${door%:*}" "\${door##*:}" -e /bin/true 2>&1); echo "$door $? $said") &
done
wait`;

/** `open`: a connection came about. `refused`: there, and closed. `silent`: nothing came back, or a router says no. */
export type DoorState = 'open' | 'refused' | 'silent' | 'unknown';

/**
 * Tries doors at the same time.
 *
 * @param doors as `10.0.0.7:2375`
 * @param seconds how long each may take
 */
export function tcpConnects(doors: readonly string[], seconds: number): string[] {
  return ['env', `SECONDS_EACH=${seconds}`, 'sh', '-c', CONNECT, 'connect', ...doors];
}

/** Reads the output of tcpConnects: the state of a door that it does not name is unknown. */
export function parseTcpConnects(text: string): (door: string) => DoorState {
  const states = new Map<string, DoorState>();
  for (const line of text.split('\n')) {
    const [, door, exitCode, said = ''] = /^(\S+) (\d{1,3})(?: (.*))?$/.exec(line) ?? [];
    if (door !== undefined) states.set(door, exitCode === '0' ? 'open' : stateIn(said));
  }
  return (door) => states.get(door) ?? 'unknown';
}

function stateIn(said: string): DoorState {
  if (/Connection refused/.test(said)) return 'refused';
  return /timed out|No route to host|unreachable/i.test(said) ? 'silent' : 'unknown';
}
