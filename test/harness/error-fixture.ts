// A wrong program under test/errors/ → the diagnostics that its comments expect.
// `// error RTS2001: message` at the end of a line expects it on that line. On a line of its own it expects it on the
// next line of code (for long messages, and where a line has several errors).

export interface LocatedDiagnostic {
  /** From 1. */
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

const COMMENT = /\/\/ error (?<code>RTS\d{4}): (?<message>.*)$/;

export function expectedDiagnostics(text: string): readonly LocatedDiagnostic[] {
  const expected: LocatedDiagnostic[] = [];
  let waiting: { code: string; message: string }[] = [];
  text.split('\n').forEach((content, index) => {
    const { code, message } = COMMENT.exec(content)?.groups ?? {};
    const found = code !== undefined && message !== undefined ? [{ code, message }] : [];
    if (ownLine(content)) waiting.push(...found);
    else if (content.trim() !== '') {
      const line = index + 1;
      expected.push(...[...waiting, ...found].map((one) => ({ line, ...one })));
      waiting = [];
    }
  });
  if (waiting.length > 0) throw new Error('an error comment stands behind the last line of code');
  return sortDiagnostics(expected);
}

/** An order that does not depend on the columns, which the comments do not say. */
export function sortDiagnostics(
  diagnostics: readonly LocatedDiagnostic[],
): readonly LocatedDiagnostic[] {
  const key = ({ line, code, message }: LocatedDiagnostic): string =>
    `${String(line).padStart(6)} ${code} ${message}`;
  return [...diagnostics].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

export const diagnosticText = ({ line, code, message }: LocatedDiagnostic): string =>
  `line ${line}: ${code}: ${message}`;

const ownLine = (content: string): boolean => content.trimStart().startsWith('// error ');

/** The text without its expectations: what is checked when they are written anew. */
export function withoutExpectations(text: string): string {
  return text
    .split('\n')
    .filter((content) => !ownLine(content))
    .map((content) => content.replace(COMMENT, '').trimEnd())
    .join('\n');
}

const LONGEST_LINE = 100;

/** `text`, which has no expectations, with comments for `diagnostics`, whose lines are those of `text`. */
export function withExpectations(text: string, diagnostics: readonly LocatedDiagnostic[]): string {
  const lines = text.split('\n').flatMap((content, index) => {
    const comments = diagnostics
      .filter(({ line }) => line === index + 1)
      .map(({ code, message }) => `// error ${code}: ${message}`);
    const [first = ''] = comments;
    if (comments.length === 0) return [content];
    const both = `${content} ${first}`;
    if (comments.length === 1 && both.length <= LONGEST_LINE) return [both];
    return [...comments.map((comment) => indentationOf(content) + comment), content];
  });
  return lines.join('\n');
}

const indentationOf = (content: string): string => /^ */.exec(content)?.[0] ?? '';
