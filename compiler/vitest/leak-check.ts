// The setup file that the plugin adds to the tests: a test that leaves raw memory, or callbacks of `_ffi`, behind fails, with the place of each allocation. Of what
// was allocated before the test began nothing is said; nor of a test that fails anyhow.
import { afterEach, beforeEach } from 'vitest';
import { keepLedger, leakReport, type Live, liveThings } from '../../runtime/lltype/leaks.ts';
import { leakState } from './leak-state.ts';

keepLedger();
const state = leakState();
state.isFileFree = false;
state.isTestFree = false;
state.isInTest = false;
let running = 0;
let before: ReadonlySet<Live> = new Set();

// The first of all hooks to run, and the last: what the tests' own hooks free is freed.
beforeEach(() => {
  // Tests that run at the same time are looked at together, when the last of them ends.
  if (running++ > 0) return;
  state.isInTest = true;
  before = new Set(liveThings());
});

afterEach(({ task }) => {
  if (--running > 0) return;
  const left = liveThings().filter((one) => !before.has(one));
  const isFree = state.isFileFree || state.isTestFree;
  state.isTestFree = false;
  state.isInTest = false;
  if (left.length === 0 || isFree || task.result?.state === 'fail') return;
  const error = new Error(leakReport(left).replace('mixmod: ', ''));
  error.name = 'MemoryLeak';
  // Its own place says nothing.
  error.stack = `${error.name}: ${error.message}`;
  throw error;
});
