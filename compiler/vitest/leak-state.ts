// What tests say of leaks, and the setup file that looks for them: two bundles in one process share it.

export interface LeakState {
  /** Tests of this file may leak. */
  isFileFree: boolean;
  isTestFree: boolean;
  /** A test or one of its hooks is running. */
  isInTest: boolean;
}

const KEY = Symbol.for('mixmod.vitest.leaks');

export function leakState(): LeakState {
  const known = Reflect.get(globalThis, KEY) as LeakState | undefined;
  if (known) return known;
  const made = { isFileFree: false, isTestFree: false, isInTest: false };
  Reflect.set(globalThis, KEY, made);
  return made;
}

/** Called in a test or a hook of it: this test; elsewhere: the tests of this file. */
export function allowLeaks(): void {
  const state = leakState();
  if (state.isInTest) state.isTestFree = true;
  else state.isFileFree = true;
}
