// A program under test/run/ → the JavaScript expressions in its comments and what they must give.
// `// add(1, 2) → 3`: on the left an expression that sees the exports, on the right what `evaluate.ts` prints.

export interface ExpectedLine {
  /** Index into the file's lines. */
  readonly line: number;
  readonly expression: string;
  readonly expected: string;
}

const EXPECTATION = /^\/\/ (?<expression>.+?) →(?: (?<expected>.*))?$/;

export function parseRunCase(text: string): readonly ExpectedLine[] {
  return text.split('\n').flatMap((content, line) => {
    const { expression, expected = '' } = EXPECTATION.exec(content)?.groups ?? {};
    return expression === undefined ? [] : [{ line, expression, expected }];
  });
}

/** The text with other right sides, one for each line of `expectations`. */
export function withResults(
  text: string,
  expectations: readonly ExpectedLine[],
  results: readonly string[],
): string {
  const lines = text.split('\n');
  expectations.forEach(({ line, expression }, index) => {
    lines[line] = `// ${expression} → ${results[index] ?? ''}`;
  });
  return lines.join('\n');
}
