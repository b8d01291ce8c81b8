/** Before the live tests: an engine must answer. Where none does, one is started as `run --bootstrap` does; never skipped. */
import { engineAtHand } from '../helpers/cli/engine-at-hand';
import { loadConfig } from '../helpers/target/config';
import { endpointUrl } from '../helpers/target/endpoint-url';
import { resolveTargets } from '../helpers/target/resolve';

declare global {
  /** Stops the engine that was started for the tests. */
  var stopLiveEngine: (() => Promise<void>) | undefined;
}

export default async function globalSetup(): Promise<void> {
  const targets = resolveTargets({ targets: [], config: loadConfig(undefined, __dirname), env: process.env });
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const atHand = await engineAtHand(targets, true, say, new AbortController().signal);
  const [target] = atHand.targets;
  if (target === undefined) throw new Error('no engine for the live tests');
  // Workers and the commands that tests start inherit it.
  process.env.DOCKER_HOST = endpointUrl(target.endpoint);
  globalThis.stopLiveEngine = () => atHand.stop();
}
