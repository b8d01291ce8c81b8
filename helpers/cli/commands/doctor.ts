/** `doctor`: what is missing on this machine, and the command that mends it. */
import { forTerminal } from '../../../reports/escape';
import { messageOf } from '../../engine/trouble';
import { howToHave } from '../../lab/availability';
import { openOuterEngine } from '../../lab/outer-engine';
import { findBusybox } from '../../probe/busybox';
import { reachTarget } from '../../run/reach-target';
import { onPath } from '../../target/host';
import { resolveDefault } from '../../target/resolve';
import { isLabTarget, type LabTarget } from '../../target/target';
import { UsageError } from '../../usage-error';
import type { TargetFlags } from '../program';
import { targetsOf } from '../targets';

interface Finding {
  readonly what: string;
  readonly ok: boolean;
  /** What is there, or what its absence means. */
  readonly detail: string;
  readonly mend?: string;
  /** Whether nothing can be judged without it. */
  readonly needed: boolean;
}

/** Prints what is there and what is not; status 2 where nothing could be judged. */
export async function doctor(flags: TargetFlags): Promise<void> {
  const findings = (
    await Promise.all([
      engines(flags),
      busybox(),
      command('docker', 'docker.io'),
      command('ping', 'iputils-ping'),
      command('debootstrap', 'debootstrap', 'the lab builds no engines; those that are built already it has'),
      rights(),
    ])
  ).flat();
  for (const { what, ok, detail, mend } of findings) {
    process.stdout.write(`${ok ? 'ok     ' : 'missing'}  ${what}: ${forTerminal(detail)}\n`);
    if (!ok && mend !== undefined) process.stdout.write(`         mend: ${forTerminal(mend)}\n`);
  }
  if (findings.some(({ ok, needed }) => !ok && needed)) process.exitCode = 2;
}

function engines(flags: TargetFlags): Promise<Finding[]> {
  return Promise.all(
    targetsOf(flags).map(async (target): Promise<Finding> => {
      if (isLabTarget(target)) return labEngine(target);
      try {
        const { facts, client } = await reachTarget(target, flags.apiVersion);
        client.close();
        return {
          what: `engine at ${target.id}`,
          ok: true,
          detail: `${facts.vendor} ${facts.version}, API ${facts.minApiVersion}-${facts.apiVersion}`,
          needed: true,
        };
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        return missing(`engine at ${target.id}`, error.message, error.mend, true);
      }
    }),
  );
}

/** Whether an engine of the lab could be started: it is built, or can be. Nothing is started. */
async function labEngine({ id, lab: engine }: LabTarget): Promise<Finding> {
  const what = `engine ${id}`;
  try {
    const outer = await openOuterEngine(resolveDefault(process.env));
    try {
      const engines = engine.kind === 'cluster' ? engine.engines : [engine];
      const detail = (await Promise.all(engines.map((each) => howToHave(outer, each)))).join('; ');
      return { what, ok: true, detail, needed: true };
    } finally {
      outer.close();
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return missing(what, error.message, error.mend, true);
  }
}

async function busybox(): Promise<Finding> {
  try {
    const found = await findBusybox();
    return { what: 'static busybox', ok: true, detail: `${found.path} for ${found.architecture}`, needed: true };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return missing('static busybox', messageOf(error), error.mend, true);
  }
}

async function command(
  name: string,
  debianPackage: string,
  without = 'claims that need it are not applicable',
): Promise<Finding> {
  if (await onPath(name)) return { what: `${name} command`, ok: true, detail: 'on the PATH', needed: false };
  return missing(`${name} command`, without, `apt-get install ${debianPackage}`, false);
}

async function rights(): Promise<Finding> {
  if (process.getuid?.() === 0) return { what: 'rights', ok: true, detail: 'root', needed: false };
  return missing(
    'rights',
    'claims on the host itself are not applicable without root',
    "run as root on the engine's host",
    false,
  );
}

function missing(what: string, detail: string, mend: string | undefined, needed: boolean): Finding {
  return { what, ok: false, detail, ...(mend === undefined ? {} : { mend }), needed };
}
