/** What containers on an overlay network reach of each other. An overlay settles within seconds: what counts is the end. */
import type { Place } from '../../helpers/claims/cluster';
import type { ContainerRef } from '../../helpers/claims/maker';
import type { ClaimTools } from '../../helpers/claims/tools';
import { parsePing, pingCommand } from '../../helpers/probe/commands';
import type { Verify } from '../../helpers/verdict/verify';

/** A container, and the host that it is on. */
export interface OnHost {
  readonly host: Place;
  readonly container: ContainerRef;
}

/** The document pings once; a second packet shows that the first was no chance. */
const PACKETS = 2;
const WAIT_SECONDS = 1;

/** Hosts of a swarm tell each other of a container by gossip, within a second or two, and of what they missed within 30 s. */
export const GOSSIP_MS = 20_000;

/** Within so many milliseconds of its start a container must show its address. */
const ADDRESS_MS = 5_000;

export interface Pinged {
  readonly sent: number;
  readonly received: number;
}

/** Pings an address from a container, and counts. */
export async function pinged({ host, container }: OnHost, address: string, packets = PACKETS): Promise<Pinged> {
  const { stdout } = await host.engine.exec(container, pingCommand(address, packets, WAIT_SECONDS));
  const { sent, received } = parsePing(stdout);
  return { sent, received };
}

/**
 * The address of a container on a network; the claim fails where inspect shows none in the end. Docker 20.10.24 over etcd was seen
 * to show a container as running before it had its endpoint.
 */
export async function addressOf(verify: Verify, { host, container }: OnHost, network: string): Promise<string> {
  const look = async () => (await host.engine.inspect(container)).NetworkSettings?.Networks?.[network]?.IPAddress;
  const { value } = await verify.eventually(
    `the address of a container of ${host.name} on ${network}`,
    look,
    (seen) => typeof seen === 'string' && /^\d{1,3}(\.\d{1,3}){3}$/.test(seen),
    { withinMs: ADDRESS_MS, expected: 'an IPv4 address' },
  );
  return verify.present(value, `the address of a container of ${host.name} on ${network}`);
}

/** Two containers ping each other without a loss, both ways, in the end; the time that it took is kept. */
export async function verifyPingBothWays(
  verify: ClaimTools['verify'],
  what: string,
  [one, other]: readonly [OnHost, OnHost],
  network: string,
  withinMs = GOSSIP_MS,
): Promise<void> {
  const [ofOne, ofOther] = await Promise.all([one, other].map((each) => addressOf(verify, each, network)));
  const look = async () => {
    const [there, back] = await Promise.all([pinged(one, ofOther ?? ''), pinged(other, ofOne ?? '')]);
    return { there, back };
  };
  const whole = ({ sent, received }: Pinged) => sent === PACKETS && received === PACKETS;
  await verify.eventually(what, look, ({ there, back }) => whole(there) && whole(back), {
    withinMs,
    expected: `${PACKETS} of ${PACKETS} packets, both ways`,
  });
}

/** A container comes to reach an address. */
export async function verifyReached(
  verify: ClaimTools['verify'],
  what: string,
  from: OnHost,
  address: string,
  withinMs = GOSSIP_MS,
): Promise<void> {
  await verify.eventually(
    what,
    () => pinged(from, address, 1),
    ({ received }) => received === 1,
    {
      withinMs,
      expected: '1 of 1 packets',
    },
  );
}

/** A container does not reach an address: what was on its way may still arrive, after that nothing does. */
export async function verifyUnreached(
  verify: ClaimTools['verify'],
  what: string,
  from: OnHost,
  address: string,
): Promise<void> {
  await verify.eventually(
    what,
    () => pinged(from, address),
    ({ sent, received }) => sent > 0 && received === 0,
    {
      withinMs: 5_000,
      expected: 'none of the packets',
    },
  );
}
