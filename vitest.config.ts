import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    setupFiles: ['test/seed.ts'],
    testTimeout: 60_000,
    pool: 'threads',
    // No test changes what another one sees: a worker loads every module once instead of once a file.
    isolate: false,
    onConsoleLog: () => {
      throw new Error('a test wrote to the console');
    },
  },
});
