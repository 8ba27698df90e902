// The JSDoc text of a source → the same as a comment of the `.d.ts`.

/** '' for no text. */
export function documentationText(text: string, indent: string): string {
  if (!text) return '';
  const lines = text.split('\n').map((line) => `${indent} * ${line}`.trimEnd() + '\n');
  return `${indent}/**\n${lines.join('')}${indent} */\n`;
}
