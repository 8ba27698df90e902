// The command's exit codes and which one a list of diagnostics gives.
import { E } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

export const EXIT = { ok: 0, userError: 1, usage: 2, toolMissing: 3, internal: 70 } as const;

export function exitCodeOf(diagnostics: readonly Diagnostic[]): number {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return EXIT.ok;
  // A tool that fails may have been given wrong C code; a missing one is not the program's fault.
  return errors.every(({ code }) => code === E.toolMissing.code)
    ? EXIT.toolMissing
    : EXIT.userError;
}
