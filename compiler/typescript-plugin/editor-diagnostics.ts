// Diagnostics of `check` → those of an editor.
import type ts from 'typescript';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Span } from '../source/source-file.ts';
import type { Analysis } from './analysis.ts';

/** A diagnostic with a place. */
export interface Placed extends Diagnostic {
  readonly span: Span;
}

export const codeNumber = ({ code }: Diagnostic): number => Number(code.slice('RTS'.length));

/** What is wrong in one file, by all programs that it is part of; each thing once. */
export function diagnosticsOf(fileName: string, analysis: Analysis): readonly Placed[] {
  const found = new Map<string, Placed>();
  for (const { diagnostics } of analysis.results(fileName)) {
    for (const one of diagnostics) {
      const { span, code } = one;
      if (span && analysis.isFile(span.file.path, fileName))
        found.set(`${code}@${span.start}`, { ...one, span });
    }
  }
  return [...found.values()];
}

/** `own` is what TypeScript reports in the file: its errors are not said twice. */
export function editorDiagnostics(
  fileName: string,
  own: readonly ts.Diagnostic[],
  analysis: Analysis,
  typescript: typeof ts,
): ts.Diagnostic[] {
  const file = analysis.sourceFile(fileName);
  if (!file) return [];
  const said = (one: Placed): boolean =>
    one.code === TYPESCRIPT && own.some(({ start }) => start !== undefined && contains(one, start));
  return diagnosticsOf(fileName, analysis)
    .filter((one) => !said(one))
    .map((one) => ({
      file,
      start: one.span.start,
      length: one.span.end - one.span.start,
      messageText: `${one.message}\n${one.reason}\n${one.fix}`,
      category:
        one.severity === 'error'
          ? typescript.DiagnosticCategory.Error
          : typescript.DiagnosticCategory.Warning,
      code: codeNumber(one),
      source: 'mixmod',
    }));
}

/** An error of TypeScript itself. */
const TYPESCRIPT = 'RTS1001';

const contains = ({ span }: Placed, position: number): boolean =>
  span.start <= position && position <= span.end;
