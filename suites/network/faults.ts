/** Parts of faults that several claims about networks name. */
import {
  alsoDoes,
  type Call,
  isObject,
  type Json,
  type Look,
  nth,
  type Plant,
  type Rewriting,
  sent,
} from '../../helpers/faults/vocabulary';

/** The parts of `looks` begin so. */
const PART = /\n=== exit \d+\n/g;

/** Every ping is answered. */
export const pingAnswered: Rewriting = (shown) =>
  rewritePart(shown, 0, () => '\n=== exit 0\n1 packets transmitted, 1 packets received, 0% packet loss\n');

/** No ping is answered. */
export const pingLost: Rewriting = (shown) => shown.replace(/\d+ packets received/g, '0 packets received');

/** Every server that is asked after a ping answers. */
export const serverAnswers: Rewriting = (shown) => rewritePart(shown, 1, () => '\n=== exit 0\n');

/** The counter of datagrams for no port rises of itself. */
export const datagramsArrive: Rewriting = (shown) =>
  shown.replace(/^(Udp: )(\d+) \d+/m, (_line, begin, received) => `${begin}${received} ${Date.now() % 1_000_000_000}`);

/** Only the loopback interface is shown by `ip addr`. */
export const onlyLoopback: Rewriting = (shown) => shown.split(/^(?=\d+: )/m)[0] ?? '';

/** Addresses on interfaces, `lo` apart, end in 250. */
export const otherAddresses: Rewriting = (shown) => shown.replace(/inet (?!127\.)(\d+\.\d+\.\d+)\.\d+/g, 'inet $1.250');

/** An address at which nobody is, in the same subnet; and with whatever stands after it. */
export function nobodyNear(address: unknown): string {
  return String(address).replace(/\.\d+(?=$|\/)/, '.250');
}

function rewritePart(shown: string, which: number, rewriting: () => string): string {
  let at = -1;
  return shown.replace(PART, (part) => {
    at += 1;
    return at === which ? rewriting() : part;
  });
}

/** Whether a container is to be created on the network of another. */
export const isGuest = (body: Json): boolean => networkModeIn(body).startsWith('container:');

/** Whether a container is to be created on a network that is named by its id. */
export const isRunById = (body: Json): boolean => /^[0-9a-f]{64}$/.test(networkModeIn(body));

/** Whether a container is to be created with a static address. */
export const asksForAddress = (body: Json): boolean => JSON.stringify(body).includes('"IPv4Address"');

/** The network of the container that a call names in its body, or what else the container was created on. */
export async function homeOf(asked: Call, look: Look): Promise<string> {
  return networkModeIn(await look(`/containers/${sent(asked, 'Container')}/json`));
}

/** The ids of the containers that network inspect shows. */
export function containersOn(network: Json | undefined): string[] {
  return isObject(network) && isObject(network.Containers) ? Object.keys(network.Containers) : [];
}

/** When a container stops, the addresses that were asked for it are forgotten: it has the next free ones when it starts. */
export function forgetsAddressesAtStop(): Plant {
  return nth(
    1,
    alsoDoes('POST /containers/*/stop', 'after', async ({ path }, look) => {
      const [, , container = ''] = path.split('/');
      const inspect = await look(`/containers/${container}/json`);
      const settings = isObject(inspect) ? inspect.NetworkSettings : undefined;
      const networks = isObject(settings) && isObject(settings.Networks) ? Object.keys(settings.Networks) : [];
      return networks.flatMap((network) =>
        ['disconnect', 'connect'].map((action) => ({
          method: 'POST' as const,
          path: `/networks/${network}/${action}`,
          body: { Container: container },
        })),
      );
    }),
  );
}

function networkModeIn(document: Json | undefined): string {
  const config = isObject(document) ? document.HostConfig : undefined;
  return isObject(config) && typeof config.NetworkMode === 'string' ? config.NetworkMode : '';
}
