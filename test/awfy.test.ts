// The benchmark programs with objects give the results that are published for them: on plain Node, and those that the
// compiler accepts also untranslated, compiled, and compiled with a collection at every allocation.
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, describe, expect, test } from 'vitest';
import { evaluateAll } from './harness/evaluate.ts';
import type { Execution } from './harness/executions.ts';
import { COMPILED, OBJECT_PROGRAMS, type Check } from './harness/object-programs.ts';
import { RunPool } from './harness/run-pool.ts';
import { CACHE, REPOSITORY } from './harness/source-snapshot.ts';
import { loadTwin } from './harness/v8-twin.ts';

/** Tells the collector of compiled programs to run at every allocation. */
const STRESS = { MIXMOD_GC: 'stress' };

const path = (source: string): string => join(REPOSITORY, source);
const expressions = (checks: readonly Check[]): readonly string[] =>
  checks.map(({ expression }) => expression);
const expected = (checks: readonly Check[]): readonly string[] =>
  checks.map((check) => check.expected);

test('plain tsc accepts the programs', () => {
  const program = ts.createProgram(
    OBJECT_PROGRAMS.map(({ source }) => path(source)),
    {
      strict: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      allowImportingTsExtensions: true,
      lib: ['lib.es2022.d.ts', 'lib.esnext.disposable.d.ts'],
      noEmit: true,
      types: [],
    },
  );
  const messages = ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${file?.fileName}:${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
  expect(messages).toEqual([]);
});

describe('on plain Node', () => {
  test.each(OBJECT_PROGRAMS)('$name', async ({ source, checks, stressChecks }) => {
    const exports = await loadTwin(path(source), 'stripped', join(CACHE, 'awfy'));
    const all = [...checks, ...stressChecks];
    expect(all.length).toBeGreaterThan(1);
    expect(await evaluateAll(exports, expressions(all))).toEqual(expected(all));
  });
});

describe('accepted by the compiler', () => {
  const names = OBJECT_PROGRAMS.map(({ name }) => name);
  test('every name in the list is a program', () => {
    expect(COMPILED.filter((name) => !names.includes(name))).toEqual([]);
  });

  const accepted = OBJECT_PROGRAMS.filter(({ name }) => COMPILED.includes(name));
  const pool = new RunPool();
  const stressed = new RunPool({ environment: STRESS });
  afterAll(() => {
    pool.close();
    stressed.close();
  });

  test.each(accepted)('$name', ({ source, checks }) =>
    runs(pool, source, checks, ['untranslated', 'compiled level 0', 'compiled level 3']),
  );

  test.each(accepted)('$name, a collection at every allocation', ({ source, stressChecks }) =>
    runs(stressed, source, stressChecks, ['compiled level 0', 'compiled level 3']),
  );
});

async function runs(
  pool: RunPool,
  source: string,
  checks: readonly Check[],
  executions: readonly Execution[],
): Promise<void> {
  const request = { path: path(source), expressions: expressions(checks), executions };
  const { results, failures } = await pool.run(request);
  expect(failures).toEqual([]);
  for (const execution of executions) {
    expect(results.get(execution), execution).toEqual(expected(checks));
  }
}
