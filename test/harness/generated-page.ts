// Pages of which the tests make a part. MIXMOD_UPDATE=1 writes it anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { REPOSITORY } from './source-snapshot.ts';

/** Expects the page, a path from the repository root, to be what `make` gives of it. `test`: the file to run. */
export function expectGenerated(page: string, test: string, make: (shown: string) => string): void {
  const path = join(REPOSITORY, page);
  const shown = readFileSync(path, 'utf8');
  const made = make(shown);
  if (process.env.MIXMOD_UPDATE) writeFileSync(path, made);
  else expect(shown, `MIXMOD_UPDATE=1 npx vitest run ${test}`).toBe(made);
}

/** The page with `table` between two markers, which are the groups of `marked`. */
export const withTable = (shown: string, marked: RegExp, table: string): string =>
  shown.replace(marked, (_, start: string, end: string) => `${start}${table}\n${end}`);

export const tableCell = (text: string): string =>
  text.replaceAll('|', '\\|').replaceAll('\n', ' ');
