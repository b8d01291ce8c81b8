/** Name resolution as a container sees it: by the server in its resolv.conf. */

export interface NameResult {
  /**
   * `found`: with addresses. `not-found`: a server answered, and had none (`reason` as it says: `NXDOMAIN`). `no-answer`:
   * no server answered, or the command could not ask, and nothing is known of the name.
   */
  readonly outcome: 'found' | 'not-found' | 'no-answer';
  readonly addresses: readonly string[];
  readonly reason?: string;
}

/**
 * Asks for the IPv4 addresses of a name. It asks a DNS server and so does not see /etc/hosts, where links of the default
 * bridge are; ping by name does, except with busybox 1.30, whose static build resolves no names (measured). The exit code
 * of nslookup tells nothing: it is 0 for an unknown name in 1.30 and 1 in 1.35.
 */
export function resolveName(name: string, seconds = 5): string[] {
  return ['timeout', String(seconds), 'nslookup', '-type=a', name];
}

/** Reads nslookup's output: the form of busybox since 1.30, and the older with numbered addresses. */
export function parseResolveName(text: string): NameResult {
  const addresses: string[] = [];
  let named = false;
  for (const line of text.split('\n')) {
    // The address above the first name is the server's own.
    if (/^Name:/.test(line)) named = true;
    const address = /^Address(?: \d{1,3})?:\s{0,8}([0-9a-fA-F.:]{2,45})(?:\s|$)/.exec(line);
    if (named && address?.[1] !== undefined) addresses.push(address[1]);
  }
  if (addresses.length > 0) return { outcome: 'found', addresses };
  if (/no servers could be reached|connection timed out/.test(text)) return { outcome: 'no-answer', addresses };
  const refusal = /can't (?:find|resolve) '?[^\s':]{0,255}'?(?:: ([^\n]{1,100}))?/i.exec(text);
  if (refusal !== null) {
    const reason = refusal[1]?.trim();
    return reason === undefined ? { outcome: 'not-found', addresses } : { outcome: 'not-found', addresses, reason };
  }
  return { outcome: /^Non-authoritative answer:/m.test(text) ? 'not-found' : 'no-answer', addresses };
}
