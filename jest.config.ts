/**
 * Four projects: our own unit tests, our own tests on a live engine, those of the page of a report in a browser, and the
 * suites, which judge the default target (`npx jest suites/network -t static`). The command line runs the suites with a configuration of its own, compiled.
 *
 * @jest-config-loader esbuild-register
 */
import type { Config } from 'jest';

const transform = { '\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] };

const config: Config = {
  watchman: false,
  projects: [
    {
      displayName: 'unit',
      testEnvironment: 'node',
      roots: ['<rootDir>/helpers', '<rootDir>/reports', '<rootDir>/schemas'],
      testMatch: ['**/*.test.ts'],
      setupFiles: ['<rootDir>/helpers/fixtures/fuzz-settings.ts'],
      transform,
    },
    {
      displayName: 'live',
      globalSetup: '<rootDir>/test/global-setup.ts',
      globalTeardown: '<rootDir>/test/global-teardown.ts',
      testEnvironment: 'node',
      roots: ['<rootDir>/test'],
      testMatch: ['**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/page/'],
      transform,
    },
    {
      displayName: 'page',
      globalSetup: '<rootDir>/test/page/global-setup.ts',
      globalTeardown: '<rootDir>/test/page/global-teardown.ts',
      testEnvironment: 'node',
      roots: ['<rootDir>/test/page'],
      testMatch: ['**/*.test.ts'],
      transform,
    },
    {
      displayName: 'suites',
      testEnvironment: '<rootDir>/helpers/run/jest-environment.ts',
      roots: ['<rootDir>/suites'],
      testMatch: ['**/*.test.ts'],
      transform,
    },
  ],
};

export default config;
