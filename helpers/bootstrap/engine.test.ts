import { sharesNothing } from './engine';

test.each([
  [['--bridge=trial0', '--iptables=false'], true],
  [['--bridge=trial0'], false],
  [['--iptables=false'], false],
  [['--bridge=none', '--iptables=false'], false],
  [['--bridge=docker0', '--iptables=false'], false],
  [[], false],
])('Whether a daemon with %j leaves the network of another alone: %s.', (extraArgs, expected) => {
  expect(sharesNothing(extraArgs)).toBe(expected);
});
