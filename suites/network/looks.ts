/** Several commands in one exec, at the same time: an exec costs an engine more than what most commands do. */
import type { ContainerRef } from '../../helpers/claims/maker';
import type { Engine, ExecResult } from '../../helpers/engine/engine';

/**
 * Runs commands at the same time in a running container.
 *
 * @returns what each left, in the order given
 * @throws Error where the container's shell did not report on each of them
 */
export async function looks(
  engine: Engine,
  container: ContainerRef,
  commands: readonly (readonly string[])[],
): Promise<ExecResult[]> {
  const { stdout, stderr } = await engine.exec(container, ['sh', '-c', script(commands)]);
  const parts = stdout.split(/\n=== (?:exit (\d{1,3})|stderr)\n/).slice(1);
  const results = commands.map((_command, at) => {
    // Split keeps what the group caught: exit code, output, nothing, errors.
    const [exitCode, out, , err] = parts.slice(at * 4, at * 4 + 4);
    return { exitCode: Number(exitCode), stdout: out ?? '', stderr: err ?? '' };
  });
  if (parts.length !== commands.length * 4) {
    throw new Error(`${commands.length} commands in one exec left ${stdout.slice(0, 300)}${stderr.slice(0, 300)}`);
  }
  return results;
}

function script(commands: readonly (readonly string[])[]): string {
  const begun = commands.map(
    (command, at) => `(${command.map(quoted).join(' ')} >${at}.out 2>${at}.err; echo $? >${at}.code) &`,
  );
  const shown = commands.map(
    (_command, at) =>
      `printf '\\n=== exit %s\\n' $(cat ${at}.code); cat ${at}.out; printf '\\n=== stderr\\n'; cat ${at}.err`,
  );
  return ['cd "$(mktemp -d)" || exit', ...begun, 'wait', ...shown].join('\n');
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
