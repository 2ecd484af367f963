import { defineConfig } from 'vitest/config';

const shared = { testTimeout: 60_000, hookTimeout: 120_000, pool: 'forks' as const };

/** Tests that start browsers, print services and scanners on a busy machine; the test command names those that needed it. */
const secondGo = { retry: 1 };

export default defineConfig({
  test: {
    // Two cores: a browser, its host and two helpers are enough for one of them.
    maxWorkers: 2,
    projects: [
      { test: { ...shared, name: 'units', include: ['tests/{unit,structure}/**/*.test.ts'] } },
      { test: { ...shared, ...secondGo, name: 'whole', include: ['tests/{contract,integration,electron}/**/*.test.ts'] } },
      {
        test: {
          ...shared,
          ...secondGo,
          name: 'e2e',
          expect: { poll: { timeout: 20_000 } },
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/support/makeSampleLibrary.ts'],
        },
      },
    ],
  },
});
