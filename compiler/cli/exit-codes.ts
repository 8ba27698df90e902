// The command's exit codes and which one a list of diagnostics gives.
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

export const EXIT = { ok: 0, userError: 1, usage: 2, toolMissing: 3, internal: 70 } as const;

export function exitCodeOf(diagnostics: readonly Diagnostic[]): number {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return EXIT.ok;
  return errors.every(({ code }) => code.startsWith('RTS4')) ? EXIT.toolMissing : EXIT.userError;
}
