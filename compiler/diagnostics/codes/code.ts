// Makes one row of the registry.
import type { DiagnosticCode, Edit } from '../diagnostic.ts';

export const code = <P = Record<string, never>>(
  number: number,
  message: (parameters: P) => string,
  reason: string,
  fix: (parameters: P) => string,
  edit?: Edit<P>,
): DiagnosticCode<P> => ({
  code: `RTS${number}`,
  severity: 'error',
  message,
  reason,
  fix,
  edit,
});
