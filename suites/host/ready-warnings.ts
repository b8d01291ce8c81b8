import { claim } from '../../helpers/claims/claim';
import type { EngineInfo } from '../../helpers/engine/responses';
import { add, answers, set } from '../../helpers/faults/vocabulary';

/** What an engine also warns of where the host is well, and why that says nothing against it. */
const HARMLESS: readonly { readonly warning: RegExp; readonly why: string }[] = [
  { warning: /API is accessible on/, why: 'how an engine is reached is for remote-api.plain-is-open to judge' },
  {
    warning: /bridge-nf-call/,
    why: 'host.ready.bridge-netfilter judges it where the kernel has it; no check uses IPv6',
  },
  { warning: /kernel memory/i, why: "the document's own hosts are without (line 506), and Linux has given it up" },
  {
    warning: /swap limit/i,
    why: 'memory is limited without; kernels of Debian and Ubuntu leave it to a boot parameter',
  },
  { warning: /oom kill disable/i, why: 'control groups of version 2 have no such switch' },
  { warning: /\bblkio\b|\bio\.(weight|max)\b/, why: 'it hangs on the scheduler of each disk, and no check uses it' },
  {
    warning: /cluster-store/,
    why: 'the document shares a store; that engines give it up is for overlay.store.* to judge',
  },
  { warning: /two-manager/, why: 'it is of a swarm, and not of the host' },
];

/**
 * Engines before 18.09 leave it to their client to warn by these fields, in these words.
 * Source: moby v1.11.1, api/client/info.go.
 */
const FIELDS = {
  MemoryLimit: 'No memory limit support',
  SwapLimit: 'No swap limit support',
  KernelMemory: 'No kernel memory limit support',
  OomKillDisable: 'No oom kill disable support',
  CpuCfsQuota: 'No cpu cfs quota support',
  CpuCfsPeriod: 'No cpu cfs period support',
  CPUShares: 'No cpu shares support',
  CPUSet: 'No cpuset support',
  IPv4Forwarding: 'IPv4 forwarding is disabled',
  BridgeNfIptables: 'bridge-nf-call-iptables is disabled',
  BridgeNfIp6tables: 'bridge-nf-call-ip6tables is disabled',
} as const;
const FIELD_NAMES = Object.keys(FIELDS) as (keyof typeof FIELDS)[];

export default claim({
  id: 'host.ready.no-warnings',
  level: 'implied',
  lines: [[506, 506]],
  statement: 'The engine warns of nothing that its host lacks for containers.',
  fault: 'the host lacks what the engine limits containers by or stores them on, and the engine says so',
  faults: [
    {
      what: 'it warns of its storage',
      plant: answers('GET /info', add('Warnings', 'WARNING: devicemapper: usage of loopback devices is discouraged')),
      expect: /loopback devices/,
    },
    {
      what: 'a field tells that memory cannot be limited',
      plant: answers('GET /info', set('MemoryLimit', false)),
      expect: /No memory limit support/,
    },
  ],
  async body({ engine, verify }) {
    verify.equal(warningsIn(await engine.info()), [], 'warnings in /info that are held against the host');
  },
});

/** What the engine warns of, in words and by fields, each once; but for what is harmless. */
function warningsIn(info: EngineInfo): string[] {
  const warnings: unknown = info.Warnings;
  const said = (Array.isArray(warnings) ? warnings : []).map(inOneLine);
  const byField = FIELD_NAMES.filter((name) => info[name] === false).map((name) => FIELDS[name]);
  return [...new Set([...said, ...byField])].filter((each) => !HARMLESS.some(({ warning }) => warning.test(each)));
}

function inOneLine(warning: unknown): string {
  return String(warning)
    .replace(/\s+/g, ' ')
    .replace(/^WARNING: /, '');
}
