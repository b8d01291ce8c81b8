/**
 * Whether a member of a gossip answers over UDP: Consul's servers, and engines that share a store. Both are HashiCorp's
 * memberlist, and what one says to see whether another lives is said here. It changes nothing there. Where the gossip is
 * encrypted, as in a swarm of swarm mode, nobody answers.
 */

/**
 * The message `ping` with a number and no name, which any member answers. Source: hashicorp/memberlist, net.go: the type,
 * then MessagePack.
 */
const PING = '\\0\\202\\245SeqNo\\001\\244Node\\240';

/** A datagram may be lost: a member is asked as often before it counts as silent. */
const ATTEMPTS = 3;

/** Only bash opens UDP by itself; a probe's shell does not. */
const ASK = `exec 3<>"/dev/udp/$1/$2" || exit
for attempt in ${Array.from({ length: ATTEMPTS }, (_, index) => index + 1).join(' ')}; do
  printf '${PING}' >&3
  if [ -n "$(timeout 1 head -c 1 <&3 | od -An -tx1)" ]; then echo answered; exit; fi
done
echo silent`;

export type GossipState = 'answered' | 'refused' | 'silent' | 'unknown';

/** Asks a member; for a host that has bash, not for the probe. Takes up to three seconds. */
export function gossipPing(address: string, port: number): string[] {
  return ['bash', '-c', ASK, 'gossip', address, String(port)];
}

/** Reads both outputs of gossipPing. */
export function parseGossipPing({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }): GossipState {
  if (/^answered$/m.test(stdout)) return 'answered';
  if (!/^silent$/m.test(stdout)) return 'unknown';
  return /Connection refused/.test(stderr) ? 'refused' : 'silent';
}
