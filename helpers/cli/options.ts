/** Flags that commands have in common. */
import { type Command, InvalidArgumentError } from 'commander';

/** Flags of the commands that reach an engine. */
export interface TargetFlags {
  readonly target: string[];
  readonly config?: string;
  readonly apiVersion?: string;
  readonly tlsCa?: string;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
}

/** Flags that select claims. */
export interface SelectionFlags {
  readonly only: string[];
  readonly skip: string[];
  readonly level?: string;
}

export interface RunFlags extends TargetFlags, SelectionFlags {
  readonly strict?: boolean;
  readonly repeat?: number;
  readonly bootstrap?: boolean;
  readonly probeImage?: string;
  readonly output?: string;
  readonly verbose?: boolean;
  /** Of `run` alone: which part, as 2/5. */
  readonly shard?: string;
}

/** Help that tells the exit statuses of a run. */
export const EXIT_STATUS = `
Exit status: 0 conforms · 1 an engine departs · 2 could not judge (arguments, unreachable target, broken set-up,
nothing selected) · 3 incomplete (a check ended in error, or never reported) · 130 interrupted`;

/** Adds the flags that say how a run is done. */
export function addRunOptions(command: Command): Command {
  return command
    .option('--strict', 'take no known change for granted')
    .option('--repeat <n>', 'try each claim this often; it passes where all tries pass', positive)
    .option('--bootstrap', 'where no engine answers, install and start one from the distribution')
    .option('--probe-image <image>', 'an image on the engine, or the path of a static busybox')
    .option('-o, --output <dir>', 'where the report is written (default: reports/out)');
}

/** Adds the flags that say which engines. */
export function addTargets(command: Command): Command {
  return addTargetOptions(
    command.option(
      '-t, --target <target>',
      'unix:///…, tcp://…, ssh://…, context:NAME, docker@VERSION, podman@VERSION, image:REF or a configured name; may be repeated',
      collect,
      [],
    ),
  );
}

/** Adds the flags that say how engines are reached, and not which. */
export function addTargetOptions(command: Command): Command {
  return command
    .option('--config <file>', 'configuration (default: conformance.config.yaml where there is one)')
    .option('--api-version <version>', "ask at this version (default: 1.23, or the engine's minimum)", apiVersion)
    .option('--tls-ca <file>', 'certificate of the authority that signed the engine')
    .option('--tls-cert <file>', "the client's certificate")
    .option('--tls-key <file>', "the client's key");
}

/** Adds the flags that say which claims. */
export function addSelection(command: Command): Command {
  return command
    .option('--only <glob>', 'only claims like this, as network.bridge.*; may be repeated', collect, [])
    .option('--skip <glob>', 'no claims like this; may be repeated', collect, [])
    .option('--level <level>', 'only stated, implied or erratum');
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

function positive(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('a number from 1 to 9999 is needed.');
  return Number(text);
}

function apiVersion(text: string): string {
  if (!/^\d{1,3}\.\d{1,3}$/.test(text)) throw new InvalidArgumentError('a version like 1.41 is needed.');
  return text;
}
