// The setup file that the plugin adds to the tests: a test that leaves raw memory behind fails, with the place of each allocation. Of what
// was allocated before the test began nothing is said; nor of a test that fails anyhow.
import { afterEach, beforeEach } from 'vitest';
import { leakState } from './leak-state.ts';

const state = leakState();
state.isFileFree = false;
state.isTestFree = false;
state.isInTest = false;
let running = 0;
let before: ReadonlySet<unknown> = new Set();

// The first of all hooks to run, and the last: what the tests' own hooks free is freed.
beforeEach(() => {
  // Tests that run at the same time are looked at together, when the last of them ends.
  if (running++ > 0) return;
  state.isInTest = true;
  before = new Set(liveBlocks());
});

afterEach(({ task }) => {
  if (--running > 0) return;
  const left = liveBlocks().filter((block) => !before.has(block));
  const isFree = state.isFileFree || state.isTestFree;
  state.isTestFree = false;
  state.isInTest = false;
  if (left.length === 0 || isFree || task.result?.state === 'fail') return;
  const error = new Error(report(left));
  error.name = 'MemoryLeak';
  // Its own place says nothing.
  error.stack = `${error.name}: ${error.message}`;
  throw error;
});

// ---- of the runtime that the programs use, if they use raw memory (`runtime/lltype/memory.ts`) ----

function liveBlocks(): readonly unknown[] {
  const live: unknown = Reflect.get(globalThis, Symbol.for('mixmod.liveBlocks'));
  return typeof live === 'function' ? (live() as readonly unknown[]) : [];
}

function report(blocks: readonly unknown[]): string {
  const leakReport = Reflect.get(globalThis, Symbol.for('mixmod.leakReport')) as (
    live: readonly unknown[],
  ) => string;
  return leakReport(blocks).replace('mixmod: ', '');
}
