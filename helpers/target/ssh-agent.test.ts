import { UsageError } from '../usage-error';
import { SshAgent, sshCommand } from './ssh-agent';

test('ssh asks nothing, and is given the destination where it can be no option', () => {
  expect(sshCommand({ kind: 'ssh', destination: 'admin@host', port: 2222 })).toEqual({
    file: 'ssh',
    args: ['-o', 'BatchMode=yes', '-p', '2222', '--', 'admin@host', 'docker', 'system', 'dial-stdio'],
    label: 'ssh to admin@host',
  });
  expect(sshCommand({ kind: 'ssh', destination: 'host' }).args).not.toContain('-p');
});

test.each(['-oProxyCommand=x', '-host', 'admin@-host', '-x@host'])('the destination %s is refused', (destination) => {
  expect(() => new SshAgent({ kind: 'ssh', destination }, {})).toThrow(UsageError);
});

test('an agent that was closed starts nothing more', () => {
  const agent = new SshAgent({ kind: 'ssh', destination: 'host' }, {});
  agent.destroy();
  expect(() => agent.createConnection()).toThrow('ssh to host: the connection was closed');
});
