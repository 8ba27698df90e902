// Diagnostics to the terminal: text with code frames to stderr, or JSON to stdout.
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { renderDiagnostics, diagnosticsJson } from '../diagnostics/render.ts';

export function reportDiagnostics(diagnostics: readonly Diagnostic[], json: boolean): void {
  if (json) process.stdout.write(`${JSON.stringify(diagnosticsJson(diagnostics), null, 2)}\n`);
  else if (diagnostics.length)
    process.stderr.write(renderDiagnostics(diagnostics, useColour(process.stderr)));
}

/** The conventions of no-color.org and force-color.org. */
export function useColour(stream: { readonly isTTY?: boolean }): boolean {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  if (NO_COLOR) return false;
  return FORCE_COLOR ? true : stream.isTTY === true;
}
