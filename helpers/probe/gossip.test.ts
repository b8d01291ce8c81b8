import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { runCommand } from '../run/command';
import { gossipPing, parseGossipPing } from './gossip';

let member: Socket;
const heard: Buffer[] = [];

beforeEach(async () => {
  heard.length = 0;
  member = createSocket('udp4');
  member.bind(0, '127.0.0.1');
  await once(member, 'listening');
});
afterEach(() => {
  member.close();
});

/** Asks on this machine, with the answer to each message that is heard. */
async function ask(answer: (count: number) => Buffer | undefined) {
  member.on('message', (message, from) => {
    heard.push(message);
    const said = answer(heard.length);
    if (said !== undefined) member.send(said, from.port, from.address);
  });
  const [file = '', ...args] = gossipPing('127.0.0.1', member.address().port);
  return parseGossipPing(await runCommand(file, args));
}

test('A member that answers is asked once, with a ping of memberlist.', async () => {
  expect(await ask(() => Buffer.from([2, 0x80]))).toBe('answered');
  expect(heard).toEqual([Buffer.from('\0\x82\xa5SeqNo\x01\xa4Node\xa0', 'latin1')]);
});

test('An answer of a zero byte is one, and a member that missed the first question is asked again.', async () => {
  expect(await ask((count) => (count === 1 ? undefined : Buffer.from([0])))).toBe('answered');
  expect(heard).toHaveLength(2);
});

test('Where nobody answers it is silent, and where nobody listens refused.', async () => {
  expect(await ask(() => undefined)).toBe('silent');
  expect(heard).toHaveLength(3);
  const other = createSocket('udp4');
  other.bind(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address();
  other.close();
  await once(other, 'close');
  const [file = '', ...args] = gossipPing('127.0.0.1', port);
  expect(parseGossipPing(await runCommand(file, args))).toBe('refused');
});

test('A host without bash tells nothing.', () => {
  expect(parseGossipPing({ stdout: '', stderr: 'bash: not found' })).toBe('unknown');
});
