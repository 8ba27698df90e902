// A source text with its line table: what every span and every error position refers to. Imports nothing.

/** One source file. `path` is as the user named it (relative to the working folder where possible). */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Offsets (UTF-16 code units) at which each line starts; the first is 0. */
  readonly lineStarts: readonly number[];
}

/** A half-open range of UTF-16 code units of one file. */
export interface Span {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** A place as people count it: line and column from 1. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

export function createSourceFile(path: string, text: string): SourceFile {
  const lineStarts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // ECMA-262 12.3: LF, CR, LS and PS end a line, CR LF together ends one.
    if (code === 10 || code === 0x2028 || code === 0x2029) lineStarts.push(i + 1);
    else if (code === 13 && text.charCodeAt(i + 1) !== 10) lineStarts.push(i + 1);
  }
  return { path, text, lineStarts };
}

export function lineColumn(file: SourceFile, offset: number): LineColumn {
  let low = 0;
  let high = file.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((file.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (file.lineStarts[low] ?? 0) + 1 };
}

/** `path:line:column`, the form that terminals and editors make clickable. */
export function formatPosition(span: Span): string {
  const { line, column } = lineColumn(span.file, span.start);
  return `${span.file.path}:${line}:${column}`;
}
