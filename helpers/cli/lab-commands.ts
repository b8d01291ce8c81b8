/** The commands of `lab` and their flags. */
import type { Command } from 'commander';

const ENGINES_HELP = `
An engine is docker@VERSION, podman@VERSION or image:REFERENCE. Those of the catalogue are built from packages of Debian,
once, by debootstrap and the engine of this machine; any other version of Docker is its official image, where a registry
answers.`;

const UP_HELP = `${ENGINES_HELP}

Examples:
  engine-conformance lab up docker@26.1.5 podman@5.8.6
  engine-conformance run --target tcp://127.0.0.1:PORT
  engine-conformance lab down`;

/** Adds `lab up`, `lab down`, `lab status` and `lab engines`. */
export function addLab(program: Command): void {
  const command = program.command('lab').description('real engines of many versions on this machine, by hand');
  command
    .command('up')
    .description('start engines that stay until lab down, and print their addresses')
    .argument('<engine...>', 'as docker@26.1.5')
    .option('--bootstrap', 'install what engines are built with, where it is missing')
    .addHelpText('after', UP_HELP)
    .action(async (engines: string[], flags: { bootstrap?: boolean }) =>
      (await import('./commands/lab.js')).labUp(engines, flags),
    );
  command
    .command('down')
    .description('remove what lab up started, and what killed runs left of the lab')
    .argument('[host...]', 'names as lab status prints them; all of them where none is given')
    .option('--images', 'the images that were built, too')
    .action(async (hosts: string[], flags: { images?: boolean }) =>
      (await import('./commands/lab.js')).labDown(hosts, flags),
    );
  command
    .command('status')
    .description('the hosts that run, and whose they are')
    .option('--json', 'for machines')
    .action(async (flags: { json?: boolean }) => (await import('./commands/lab.js')).labStatus(flags));
  command
    .command('engines')
    .description('the engines that can be had, and what of them is built')
    .option('--json', 'for machines')
    .addHelpText('after', ENGINES_HELP)
    .action(async (flags: { json?: boolean }) => (await import('./commands/lab.js')).labEngines(flags));
}
