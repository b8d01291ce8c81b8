/** Networks of the outer engine on which lab hosts see each other. */
import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { errorMessage, succeeded, UnexpectedAnswer } from '../engine/answer';
import { objectOf } from '../engine/engine';
import { addressIn, SubnetPool } from '../run/subnets';
import type { LabNetwork } from './lab-host';
import { LAB_LABEL, labName } from './marks';
import type { OuterEngine } from './outer-engine';

/** How often a free subnet is chosen anew where somebody else took it in between. */
const ATTEMPTS = 5;

/** Makes a network on a subnet that neither the outer engine nor this machine uses. */
export async function makeNetwork(outer: OuterEngine, owner: string, internal: boolean): Promise<LabNetwork> {
  for (let attempt = 1; ; attempt += 1) {
    const subnet = new SubnetPool(await rangesInUse(outer)).next();
    const gateway = addressIn(subnet, 1);
    const name = labName();
    const answer = await outer.engine.post('/networks/create', {
      body: {
        Name: name,
        CheckDuplicate: true,
        Driver: 'bridge',
        Internal: internal,
        IPAM: { Driver: 'default', Config: [{ Subnet: subnet, Gateway: gateway }] },
        Labels: { [LAB_LABEL]: owner },
      },
    });
    if (succeeded(answer)) return { id: String(objectOf(answer).Id), name, subnet, gateway };
    if (attempt === ATTEMPTS || !/overlap|in use|already used|pool/i.test(errorMessage(answer))) {
      throw new UnexpectedAnswer(answer);
    }
  }
}

/** The networks of an owner that are there already. */
export async function networksOf({ engine }: OuterEngine, owner: string): Promise<LabNetwork[]> {
  const networks = await engine.networks({ label: [`${LAB_LABEL}=${owner}`] });
  return networks.flatMap(({ Id: id, Name: name, IPAM }) => {
    const { Subnet: subnet, Gateway: gateway } = IPAM?.Config?.[0] ?? {};
    if (id === undefined || name === undefined || subnet === undefined || gateway === undefined) return [];
    return [{ id, name, subnet, gateway }];
  });
}

async function rangesInUse({ engine }: OuterEngine): Promise<string[]> {
  const ofEngine = (await engine.networks()).flatMap(({ IPAM }) =>
    (IPAM?.Config ?? []).map((config) => config.Subnet ?? ''),
  );
  const addresses = Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ cidr }) => cidr ?? ''));
  return [...ofEngine, ...addresses, ...routesIn(readFileSync('/proc/net/route', 'utf8'))];
}

/** The destinations of a routing table as `/proc/net/route` shows it: addresses and masks in hexadecimal, bytes reversed. */
export function routesIn(text: string): string[] {
  return text
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const fields = line.split('\t');
      const [destination, mask] = [fields[1], fields[7]].map((hex) => /^[0-9A-F]{8}$/.exec(hex ?? '')?.[0]);
      if (destination === undefined || mask === undefined) return [];
      const octets = [6, 4, 2, 0].map((at) => Number.parseInt(destination.slice(at, at + 2), 16));
      const bits = Number.parseInt(mask, 16).toString(2).replaceAll('0', '').length;
      return [`${octets.join('.')}/${bits}`];
    });
}
