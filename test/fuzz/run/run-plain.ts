// The plain program on this Node: types are stripped, deviations call plain-semantics.ts. A program that does not end
// is stopped.
import { inspect } from 'node:util';
import { runInThisContext } from 'node:vm';
import ts from 'typescript';
import type { FuzzProgram } from '../declarations/program.ts';
import { moduleText } from './module-text.ts';
import { PLAIN_SEMANTICS } from './plain-semantics.ts';

const TIMEOUT_MS = 5000;
const SLOT = '__fuzz';

/**
 * As `inspect` shows the traces, which is how the other executions report theirs; null of a program that does not end:
 * that is the generator's fault.
 */
export function runPlain(programs: readonly FuzzProgram[]): readonly (string | null)[] {
  const text = moduleText(programs, 'plain').replaceAll('export function', 'function');
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  const names = programs.map(({ name }) => name).join(', ');
  const make = runInThisContext(
    `(($) => {'use strict';\n${outputText}\nreturn [${names}];\n})`,
  ) as (semantics: typeof PLAIN_SEMANTICS) => readonly (() => string)[];
  return make(PLAIN_SEMANTICS).map((run) => {
    const slot = globalThis as { [SLOT]?: () => string };
    slot[SLOT] = run;
    try {
      const trace: unknown = runInThisContext(`${SLOT}()`, { timeout: TIMEOUT_MS });
      return inspect(trace, { breakLength: Infinity, compact: true });
    } catch (error) {
      if ((error as { code?: string }).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
      return null;
    } finally {
      delete slot[SLOT];
    }
  });
}
