// What is done with the files of a program, or with one module of it, around the check of their bodies: what makes that pointless, what
// TypeScript says, and that nothing fails silently.
import type ts from 'typescript';
import { E } from '../diagnostics/codes.ts';
import { DiagnosticSink, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { createSourceFile, type SourceFile } from '../source/source-file.ts';
import { tooDeep } from './nesting.ts';
import type { ProgramState } from './program-state.ts';
import { tsc } from './tsc.ts';
import { reportTypescriptErrors } from './typescript-errors.ts';

/** What `checkBodies` gives; null where it makes no sense to check any. */
export function checkFiles<T>(
  files: readonly ts.SourceFile[],
  state: ProgramState,
  checkBodies: () => T,
): T | null {
  const { program } = state;
  const deep = files.map(tooDeep).find((node) => node !== undefined);
  if (deep) {
    state.report(E.nestedTooDeeply, deep, {});
    return null;
  }
  const syntactic = files.flatMap((file) => program.getSyntacticDiagnostics(file));
  if (syntactic.length > 0) {
    // The tree of a file that does not parse means little; its other errors would be noise.
    reportTypescriptErrors(syntactic, state);
    return null;
  }
  const result = checkBodies();
  reportTypescriptErrors(
    files.flatMap((file) => program.getSemanticDiagnostics(file)),
    state,
  );
  const [failure] = state.failures;
  // Never silent: an expression without a value that neither we nor TypeScript have reported.
  if (failure && !state.sink.hasErrors)
    state.report(E.syntaxKind, failure, { kind: tsc.SyntaxKind[failure.kind] });
  return result;
}

/** Of a file that no stack is deep enough for. */
export function endless(
  path: string,
  text: string,
): { readonly file: SourceFile; readonly diagnostics: readonly Diagnostic[] } {
  const file = createSourceFile(path, text);
  const sink = new DiagnosticSink();
  sink.report(E.nestedTooDeeply, { file, start: 0, end: 0 }, {});
  return { file, diagnostics: sink.sorted() };
}
