// The blocks of docs/debugging.md that its tests run.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const page = readFileSync(join(import.meta.dirname, '../../docs/debugging.md'), 'utf8');

/** The block below the comment `<!-- name -->`; of `ts` the program. */
export function documented(name: string): string {
  const before = name === 'ts' ? '```ts\n' : `<!-- ${name} -->\n\n?\`\`\`\n`;
  const found = new RegExp(`${before}([\\s\\S]*?)^\`\`\`$`, 'm').exec(page)?.[1];
  if (found === undefined) throw new Error(`docs/debugging.md has no block ${name}`);
  return found;
}
