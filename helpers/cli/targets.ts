/** From the flags of the command line to targets. */
import { loadConfig } from '../target/config';
import { resolveRequested } from '../target/resolve';
import type { RequestedTarget } from '../target/target';
import type { TargetFlags } from './program';

/** The targets that were asked for, or the default one. Throws UsageError. */
export function targetsOf(flags: TargetFlags): RequestedTarget[] {
  return resolveRequested({
    targets: flags.target,
    config: loadConfig(flags.config, process.cwd()),
    env: process.env,
    tls: {
      ...(flags.tlsCa === undefined ? {} : { ca: flags.tlsCa }),
      ...(flags.tlsCert === undefined ? {} : { cert: flags.tlsCert }),
      ...(flags.tlsKey === undefined ? {} : { key: flags.tlsKey }),
    },
  });
}
