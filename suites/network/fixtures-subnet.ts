/**
 * Networks of which the subnet is given. What stands here is read and never changed; claims may let containers of their own
 * join, so nobody counts who is on the network.
 */
import type { NetworkRef } from '../../helpers/claims/maker';
import { type ClaimTools, fixture } from '../../helpers/claims/tools';
import { succeeded } from '../../helpers/engine/answer';
import { objectOf } from '../../helpers/engine/engine';
import { addressIn } from '../../helpers/run/subnets';
import { attemptRun } from './attempt';

/** The subnet that was asked for. */
export function subnetOf(network: NetworkRef): string {
  if (network.subnet === undefined) throw new TypeError(`network ${network.name} was made without a subnet`);
  return network.subnet;
}

/** A network with a neighbour, and a holder that was to get a static address; whether it ran is for the claim to judge. */
export const givenSubnet = fixture('network with a given subnet', async ({ engine, make }) => {
  const network = await make.network({ subnet: true });
  const subnet = subnetOf(network);
  const address = addressIn(subnet, 22);
  const endpoint = { IPAMConfig: { IPv4Address: address } };
  const [holder, neighbour] = await Promise.all([
    attemptRun({ engine, make }, { network: network.name, process: 'serve', endpoint }),
    make.container({ network: network.name }),
  ]);
  return { network, subnet, address, holder, neighbour };
});

/**
 * A network of which everything is given, with a first container for which nothing was asked but a MAC address, and one
 * that was to get a static address outside the range. Whether the network could be made is for the claims to judge.
 */
export const wholeConfiguration = fixture('network with everything given', async ({ engine, make }) => {
  const subnet = make.subnet();
  const pool = {
    Subnet: subnet,
    IPRange: `${addressIn(subnet, 128)}/26`,
    Gateway: addressIn(subnet, 77),
    AuxiliaryAddresses: { router: addressIn(subnet, 128), printer: addressIn(subnet, 129) },
  };
  const options = { 'com.docker.network.driver.mtu': '1420' };
  const labels = { purpose: 'to be echoed' };
  const mac = '02:42:c0:ff:ee:01';
  const outsideRange = addressIn(subnet, 9);
  const body = make.networkBody({
    config: { IPAM: { Driver: 'default', Config: [pool] }, Options: options, Labels: labels },
  });
  const created = await engine.post('/networks/create', { body });
  const given = { pool, options, labels, mac, outsideRange };
  if (!succeeded(created)) return { created, given, standing: undefined };
  const network = { id: String(objectOf(created).Id), name: body.Name };
  const [first, outsider] = await Promise.all([
    make.container({ network: network.name, config: { MacAddress: mac } }),
    attemptRun({ engine, make }, { network: network.name, endpoint: { IPAMConfig: { IPv4Address: outsideRange } } }),
  ]);
  return { created, given, standing: { network, first, outsider } };
});

/** What was given for that network, and what stands on it; the claim fails where it could not be made. */
export async function wholly({ use, verify }: Pick<ClaimTools, 'use' | 'verify'>) {
  const { created, given, standing } = await use(wholeConfiguration);
  verify.accepted(created, 'a network with everything given', 201);
  return { ...given, ...verify.present(standing, 'a network with everything given') };
}
