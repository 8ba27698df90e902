// Diagnostics → text with code frames for people, or plain objects for programs (`--json`).
import { formatPosition, lineColumn, type Span } from '../source/source-file.ts';
import type { Diagnostic } from './diagnostic.ts';

/** One diagnostic as `--json` prints it; lines and columns from 1, null where there is no source place. */
export interface DiagnosticJson {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly reason: string;
  readonly fix: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly endLine: number | null;
  readonly endColumn: number | null;
}

export const diagnosticsJson = (diagnostics: readonly Diagnostic[]): readonly DiagnosticJson[] =>
  diagnostics.map(({ code, severity, message, reason, fix, span }) => {
    const start = span && lineColumn(span.file, span.start);
    const end = span && lineColumn(span.file, span.end);
    return {
      code,
      severity,
      message,
      reason,
      fix,
      file: span?.file.path ?? null,
      line: start?.line ?? null,
      column: start?.column ?? null,
      endLine: end?.line ?? null,
      endColumn: end?.column ?? null,
    };
  });

type Paint = (text: string) => string;
interface Palette {
  readonly place: Paint;
  readonly error: Paint;
  readonly warning: Paint;
  readonly dim: Paint;
  readonly strong: Paint;
}

const sgr =
  (code: number): Paint =>
  (text) =>
    `\u001b[${code}m${text}\u001b[0m`;
const plain: Paint = (text) => text;
const COLOURED: Palette = {
  place: sgr(36),
  error: sgr(31),
  warning: sgr(33),
  dim: sgr(2),
  strong: sgr(1),
};
const PLAIN: Palette = { place: plain, error: plain, warning: plain, dim: plain, strong: plain };

/** All of a run, with a count at the end. '' for none. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], colour: boolean): string {
  if (diagnostics.length === 0) return '';
  const palette = colour ? COLOURED : PLAIN;
  const texts = diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, palette));
  return `${texts.join('\n')}\n${count(diagnostics)}\n`;
}

function renderDiagnostic(diagnostic: Diagnostic, palette: Palette): string {
  const { code, severity, message, reason, fix, span } = diagnostic;
  const place = span ? `${palette.place(formatPosition(span))} - ` : '';
  const paint = severity === 'error' ? palette.error : palette.warning;
  return [
    `${place}${paint(severity)} ${palette.dim(code)}: ${palette.strong(message)}`,
    ...(span ? codeFrame(span, paint, palette) : []),
    `  ${palette.dim('why:')} ${reason}`,
    `  ${palette.dim('fix:')} ${fix}`,
    '',
  ].join('\n');
}

/** Wider lines are cut around the place: minified text must not flood the terminal. */
const MAX_WIDTH = 120;

/** The first line of the place, and carets under it. */
function codeFrame(span: Span, paint: Paint, palette: Palette): string[] {
  const { file } = span;
  const { line, column } = lineColumn(file, span.start);
  const start = file.lineStarts[line - 1] ?? 0;
  const text = file.text.slice(start).split(/\r\n|[\n\r\u2028\u2029]/, 1)[0] ?? '';
  const cut = column > MAX_WIDTH ? column - MAX_WIDTH / 2 : 0;
  const shown = text.slice(cut, cut + MAX_WIDTH);
  const before = text.slice(cut, column - 1);
  const marked = shown.slice(before.length, before.length + span.end - span.start);
  const gutter = String(line);
  // Tabs stay tabs, so that the carets stand where the text does.
  const indent = before.replace(/[^\t]/g, ' ');
  const carets = '^'.repeat(Math.max(1, marked.length));
  return [
    '',
    `${palette.dim(`${gutter} |`)} ${shown}`,
    `${palette.dim(`${' '.repeat(gutter.length)} |`)} ${indent}${paint(carets)}`,
    '',
  ];
}

function count(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const parts = [many(errors, 'error'), many(warnings, 'warning')].filter((part) => part !== '');
  return parts.join(', ');
}

const many = (count: number, word: string): string =>
  count === 0 ? '' : `${count} ${word}${count === 1 ? '' : 's'}`;
