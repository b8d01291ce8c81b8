/** What container inspect shows of a container's place on a network. */
import type { ContainerRef } from '../../helpers/claims/maker';
import type { ClaimTools } from '../../helpers/claims/tools';
import type { EndpointSettings } from '../../helpers/engine/responses';

/** An endpoint with its address. */
export interface Endpoint extends EndpointSettings {
  readonly IPAddress: string;
}

/**
 * The endpoint of a running container on the network of that name. The claim fails where inspect shows none, or one
 * without an address.
 */
export async function endpointOf(tools: Tools, container: ContainerRef, network: string): Promise<Endpoint> {
  const networks = await networksOf(tools, container);
  return withAddress(tools, networks[network], network);
}

/**
 * The endpoint of a running container that is on one network, whatever its name: what engines call their default bridge is
 * the matter of one claim, and not of those about what is on it.
 */
export async function onlyEndpointOf(tools: Tools, container: ContainerRef): Promise<Endpoint> {
  const endpoints = Object.values(await networksOf(tools, container));
  tools.verify.equal(endpoints.length, 1, 'the number of networks in inspect');
  return withAddress(tools, endpoints[0], 'its only network');
}

type Tools = Pick<ClaimTools, 'engine' | 'verify'>;

async function networksOf(
  { engine, verify }: Tools,
  container: ContainerRef,
): Promise<Record<string, EndpointSettings>> {
  const { NetworkSettings } = await engine.inspect(container);
  return verify.present(NetworkSettings?.Networks, 'NetworkSettings.Networks');
}

function withAddress({ verify }: Tools, found: EndpointSettings | undefined, network: string): Endpoint {
  const endpoint = verify.present(found, `the endpoint on ${network} in inspect`);
  const address = verify.present(endpoint.IPAddress, `the address on ${network} in inspect`);
  verify.matches(address, /^\d{1,3}(\.\d{1,3}){3}$/, `the address on ${network} in inspect`);
  return { ...endpoint, IPAddress: address };
}
