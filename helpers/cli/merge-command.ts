/** `merge` on the command line. */
import type { Command } from 'commander';

export interface MergeFlags {
  readonly output?: string;
}

export function addMerge(program: Command): void {
  program
    .command('merge')
    .description('put the reports of all parts of a run (run --shard i/n) together to one')
    .argument('<file...>', 'the report.json of every part')
    .option('-o, --output <dir>', 'where the report is written (default: reports/out)')
    .action(async (files: string[], flags: MergeFlags) => (await import('./commands/merge.js')).merge(files, flags));
}
