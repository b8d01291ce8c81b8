import { dropped, filter, refusedTo } from './packet-filter';

interface FakeHost {
  readonly name: string;
  readonly commands: string[];
  run(command: readonly string[]): Promise<{ exitCode: number; stdout: string; stderr: string }>;
}

function fakeHost(pid = '4711', refuses = ''): FakeHost {
  const commands: string[] = [];
  return {
    name: 'host1',
    commands,
    run: async (command) => {
      commands.push(command.join(' '));
      const refused = refuses !== '' && command.includes(refuses);
      return { exitCode: refused ? 4 : 0, stdout: `${pid}\n`, stderr: refused ? 'Permission denied\n' : '' };
    },
  };
}

describe('a rule in the packet filter of a host', () => {
  test('is of one port and one other host, and is taken out once', async () => {
    const host = fakeHost();
    const remove = await filter(host, [dropped('udp', 4789, '10.0.0.8')], 'mark', 60);
    const rule = 'INPUT -p udp --dport 4789 -s 10.0.0.8 -m comment --comment mark -j DROP';
    expect(host.commands[1]).toBe(`iptables -w 5 -I ${rule}`);
    await remove();
    await remove();
    expect(host.commands.slice(2)).toEqual([`iptables -w 5 -D ${rule}`, 'sh -c kill -s TERM -- -4711']);
  });

  test('is one that the host takes out by itself, of which it is told before the rule is there', async () => {
    const host = fakeHost();
    await filter(host, [dropped('tcp', 7946, '10.0.0.8'), dropped('udp', 7946, '10.0.0.8')], 'mark', 60);
    const [first, second, third] = host.commands;
    expect(first).toMatch(
      /^sh -c setsid sh -c 'sleep 60 ; iptables -w 5 -D INPUT -p tcp .* ; iptables -w 5 -D INPUT -p udp /,
    );
    expect([second, third].map((command) => command?.split(' ').slice(0, 7).join(' '))).toEqual([
      'iptables -w 5 -I INPUT -p tcp',
      'iptables -w 5 -I INPUT -p udp',
    ]);
  });

  test('that is refused leaves none of the others there', async () => {
    const host = fakeHost('4711', 'udp');
    const rules = [dropped('tcp', 7946, '10.0.0.8'), dropped('udp', 7946, '10.0.0.8')];
    await expect(filter(host, rules, 'mark', 60)).rejects.toThrow(
      'the packet filter of host1 takes no rule: Permission denied',
    );
    expect(host.commands.filter((command) => command.includes(' -D INPUT -p tcp'))).toHaveLength(2);
  });

  test('is not made where the host could not take it out by itself', async () => {
    const host = fakeHost('no background here');
    await expect(filter(host, [dropped('udp', 1, '10.0.0.8')], 'mark', 60)).rejects.toThrow(
      /host1 runs nothing in the background/,
    );
    expect(host.commands).toHaveLength(1);
  });

  test('refuses connections to an address as a host does on which nobody listens', () => {
    expect(refusedTo('10.0.0.7:2379')).toEqual({
      chain: 'OUTPUT',
      match: ['-p', 'tcp', '-d', '10.0.0.7', '--dport', '2379'],
      action: ['-j', 'REJECT', '--reject-with', 'tcp-reset'],
    });
  });
});
