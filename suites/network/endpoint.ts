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
export async function endpointOf(
  { engine, verify }: Pick<ClaimTools, 'engine' | 'verify'>,
  container: ContainerRef,
  network: string,
): Promise<Endpoint> {
  const { NetworkSettings } = await engine.inspect(container);
  const endpoint = verify.present(NetworkSettings?.Networks?.[network], `the endpoint on ${network} in inspect`);
  const address = verify.present(endpoint.IPAddress, `the address on ${network} in inspect`);
  verify.matches(address, /^\d{1,3}(\.\d{1,3}){3}$/, `the address on ${network} in inspect`);
  return { ...endpoint, IPAddress: address };
}
