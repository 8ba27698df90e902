// Vitest reporter: prints `N passed, N failed` as the very last line of the run's output.
// Counts are of tests. A file that does not load, and an error outside any test, count as one
// failure each: otherwise a broken file would look like fewer tests, not like a failure.
import type { SerializedError } from 'vitest';
import type { Reporter, TestModule } from 'vitest/node';

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

export class SummaryReporter implements Reporter {
  #counts: Counts | undefined;

  constructor() {
    // Other reporters print when the run ends too; only the exit of the process is after all of them.
    process.once('exit', () => this.#print());
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    this.#counts = countResults(modules, errors);
  }

  #print(): void {
    const { passed, failed } = this.#counts ?? { passed: 0, failed: 1 };
    if (failed > 0 && (process.exitCode ?? 0) === 0) process.exitCode = 1;
    // Not writeSync: what other reporters still have in the stream must come first.
    process.stdout.write(`${passed} passed, ${failed} failed\n`);
  }
}

function countResults(modules: readonly TestModule[], errors: readonly SerializedError[]): Counts {
  let passed = 0;
  let failed = errors.length;
  for (const module of modules) {
    // Errors of a file or a suite itself: it did not load, or a beforeAll/afterAll hook threw.
    failed += [module, ...module.children.allSuites()].filter(
      (suite) => suite.errors().length > 0,
    ).length;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') passed += 1;
      // A test that was still pending when the run ended (its worker died) did not pass.
      if (state === 'failed' || state === 'pending') failed += 1;
    }
  }
  return { passed, failed };
}

// Vitest loads a custom reporter by its default export.
// oxlint-disable-next-line import/no-default-export
export default SummaryReporter;
