import type { EngineInfo } from '../engine/responses';
import { overlaps, parseRange } from '../run/subnets';
import { parseHostPort } from '../target/host-port';

/** Whether an engine says of itself that it was told to use a registry without TLS: by its address, or by a subnet. */
export function isToldInsecure(config: EngineInfo['RegistryConfig'], address: string): boolean {
  if (config?.IndexConfigs?.[address]?.Secure === false) return true;
  const own = parseRange(parseHostPort(address, 'a registry as host:port').host);
  const { InsecureRegistryCIDRs: subnets } = config ?? {};
  if (own === undefined || !Array.isArray(subnets)) return false;
  return subnets.some((subnet) => {
    const range = parseRange(String(subnet));
    return range !== undefined && overlaps(range, own);
  });
}
