import { rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { temporaryFolder } from '../fixtures/temporary-folder';
import {
  bootId,
  type EngineState,
  engineDirectories,
  leavesRoom,
  makeDirectory,
  parseState,
  placesIn,
  readState,
  writeState,
} from './state';

const STATE: EngineState = {
  format: 1,
  boot: 'a-boot',
  owner: { pid: 100, startTime: '5' },
  engine: { pid: 101, startTime: '6' },
  network: { namespace: 'net:[1]', interfaces: ['lo'], firewall: { iptables: '', ip6tables: '' } },
  footprint: { settings: { '/proc/sys/net/ipv4/ip_forward': '0' }, paths: ['/run/docker'], sockets: [] },
};

let directory: string;

beforeEach(() => {
  directory = temporaryFolder();
});

test('A state is read as it was written.', () => {
  writeState(directory, STATE);
  expect(readState(directory)).toEqual(STATE);
});

test('A directory without a state may still get one while it is young.', () => {
  expect(readState(directory)).toBe('unfinished');
  utimesSync(directory, 1, 1);
  expect(readState(directory)).toBe('none');
});

test('A directory that went away meanwhile is left to whoever removes it.', () => {
  expect(readState(join(directory, 'gone'))).toBe('unfinished');
});

test('A state that is not understood is an error with a mend, and nothing is removed for it.', () => {
  writeFileSync(join(directory, 'state.json'), '{"format":2}');
  expect(() => readState(directory)).toThrow(/not understood/);
});

test.each([
  ['cut', JSON.stringify(STATE).slice(0, -3)],
  ['of another format', JSON.stringify({ ...STATE, format: 2 })],
  ['without an owner', JSON.stringify({ ...STATE, owner: undefined })],
  ['of process 1', JSON.stringify({ ...STATE, owner: { pid: 1, startTime: '5' } })],
  ['with an engine that is none', JSON.stringify({ ...STATE, engine: { pid: -1, startTime: '5' } })],
  ['without the network', JSON.stringify({ ...STATE, network: {} })],
  ['without the firewall', JSON.stringify({ ...STATE, network: { ...STATE.network, firewall: null } })],
  ['without the footprint', JSON.stringify({ ...STATE, footprint: [] })],
  [
    'with a setting that is no text',
    JSON.stringify({ ...STATE, footprint: { ...STATE.footprint, settings: { a: 1 } } }),
  ],
  ['that is no object', 'null'],
])('A state %s is none.', (_what, text) => {
  expect(parseState(text)).toBeUndefined();
});

test('Any text is read without an exception.', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void parseState(text)));
});

test('A long path leaves no room for sockets.', () => {
  expect(leavesRoom('/tmp')).toBe(true);
  expect(leavesRoom(`/tmp/${'x'.repeat(60)}`)).toBe(false);
});

test("A fresh directory can be entered by all, written by its owner, and is found again; another's is not.", () => {
  const made = makeDirectory();
  try {
    expect(statSync(made).mode & 0o777).toBe(0o755);
    expect(Buffer.byteLength(placesIn(made).socket)).toBeLessThan(108);
    expect(engineDirectories()).toContain(made);
    expect(engineDirectories()).not.toContain(directory);
  } finally {
    rmSync(made, { recursive: true });
  }
});

test('The present boot has a name.', () => {
  expect(bootId()).toMatch(/^[0-9a-f-]{36}$/);
});
