import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../fixtures/temporary-folder';
import { ownIdentity } from './process-table';
import { policyOwner, policyText, removeStalePolicy, withoutServices } from './services';

let directory: string;
let policy: string;

beforeEach(() => {
  directory = temporaryFolder();
  policy = join(directory, 'policy-rc.d');
});

test('While packages are installed a policy forbids every service, and then it is gone.', async () => {
  const result = await withoutServices(async () => {
    expect(statSync(policy).mode & 0o777).toBe(0o755);
    expect(() => execFileSync(policy, ['docker', 'start'], { stdio: 'ignore' })).toThrow(
      expect.objectContaining({ status: 101 }),
    );
    return 7;
  }, policy);
  expect(result).toBe(7);
  expect(existsSync(policy)).toBe(false);
});

test('It is gone too where the installation fails.', async () => {
  await expect(withoutServices(() => Promise.reject(new Error('no')), policy)).rejects.toThrow('no');
  expect(existsSync(policy)).toBe(false);
});

test("The system's own policy is kept.", async () => {
  writeFileSync(policy, '#!/bin/sh\nexit 101\n');
  await withoutServices(async () => undefined, policy);
  removeStalePolicy(policy);
  expect(readFileSync(policy, 'utf8')).toBe('#!/bin/sh\nexit 101\n');
});

test('A policy that a killed run left is removed, that of a run that goes on is not.', () => {
  writeFileSync(policy, policyText(ownIdentity()));
  removeStalePolicy(policy);
  expect(existsSync(policy)).toBe(true);
  writeFileSync(policy, policyText({ ...ownIdentity(), startTime: '1' }));
  removeStalePolicy(policy);
  expect(existsSync(policy)).toBe(false);
});

test('The owner of a policy is read from it.', () => {
  expect(policyOwner(policyText({ pid: 12, startTime: '34' }))).toEqual({ pid: 12, startTime: '34' });
  expect(policyOwner('#!/bin/sh\nexit 101\n')).toBeUndefined();
});
