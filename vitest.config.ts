// Which files are tests and how they run. Vitest runs the .ts sources directly; of dist/ only the runtime core is needed.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: './test/harness/fresh-core.ts',
    exclude: ['**/node_modules/**', 'dist/**'],
    // Compiled addons crash the process when they are wrong: forks keep a crash to its own file.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default', './test/harness/summary-reporter.ts'],
  },
});
