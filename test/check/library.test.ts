// The language's own library: read only when something of it is used, and only that is checked.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CheckRun, ProgramState } from '../../compiler/check/program-state.ts';
import { libraryFunction } from '../../compiler/check/library-program.ts';
import { createProgram } from '../../compiler/check/typescript.ts';
import { nodeHost, type Host } from '../../compiler/host.ts';

/** The state of a program, and the paths that were asked for while it was made. */
function open(): { state: ProgramState; run: CheckRun } {
  const path = join(import.meta.dirname, 'program.ts');
  const host: Host = {
    ...nodeHost,
    readText: (asked) => (asked === path ? "'use mixmod';\n" : nodeHost.readText(asked)),
  };
  const program = createProgram(path, host);
  if (!program) throw new Error('no program');
  const run = new CheckRun(libraryFunction);
  return { state: new ProgramState(program, host, (file) => file, run), run };
}

test('a program that uses nothing of it does not read it', () => {
  const { state, run } = open();
  state.made.checkPending();
  expect(run.library).toBeNull();
  expect(state.made.files).toEqual([]);
});

test('a function that is used is checked, once, and is part of the program under the name of its module', () => {
  const { state, run } = open();
  const found = run.libraryFunction('array', 'clampIndex', state);
  expect(run.libraryFunction('array', 'clampIndex', state)).toBe(found);
  state.made.checkPending();
  expect(run.sink.sorted()).toEqual([]);
  const functions = state.made.files.flatMap((file) => state.made.of(file));
  expect(functions.map(({ id }) => id)).toEqual(['array.clampIndex']);
  expect(functions[0]?.body).not.toEqual([]);
});

test('a name that it does not have is a mistake of the compiler', () => {
  const { state, run } = open();
  expect(() => run.libraryFunction('array', 'none', state)).toThrow(
    'the library has no function array.none',
  );
});
