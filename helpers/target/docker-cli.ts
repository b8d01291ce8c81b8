/** The docker client of this machine, and whether it can talk to the target. */
import { errnoOf } from '../probe/errno';
import { runCommand } from '../run/command';
import { endpointUrl } from './endpoint-url';
import type { Capability } from './facts';
import type { Endpoint } from './target';

/** The variables with which the docker client reaches an endpoint, at one API version. */
export function dockerCliEnvironment(endpoint: Endpoint, apiVersion: string): Record<string, string> {
  const common = { DOCKER_API_VERSION: apiVersion, DOCKER_CONTEXT: '', DOCKER_TLS_VERIFY: '', DOCKER_CERT_PATH: '' };
  return { ...common, DOCKER_HOST: endpointUrl(endpoint) };
}

/** Whether there is a docker client on the PATH and it talks to this engine at this version. */
export async function probeDockerCli(endpoint: Endpoint, apiVersion: string): Promise<Capability> {
  if (endpoint.kind === 'tcp' && endpoint.tls !== undefined) {
    return { usable: false, reason: 'the docker client takes certificates from one directory, not from files' };
  }
  const env = dockerCliEnvironment(endpoint, apiVersion);
  try {
    const result = await runCommand('docker', ['version', '--format', '{{.Client.Version}} {{.Server.Version}}'], {
      env,
    });
    if (result.exitCode === 0) return { usable: true, path: 'docker', version: result.stdout.split(' ')[0] ?? '' };
    return { usable: false, reason: `the docker client cannot talk to it: ${firstLine(result.stderr)}` };
  } catch (error) {
    const missing = error instanceof Error && errnoOf(error.cause) === 'ENOENT';
    return { usable: false, reason: missing ? 'no docker client on the PATH' : `docker version: ${String(error)}` };
  }
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0]?.slice(0, 200) ?? '';
}
