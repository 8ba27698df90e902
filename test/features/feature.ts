// The features of ECMAScript and TypeScript, each with a small program (programs/*.txt), and what becomes of them here.
//   # Title          begins a table
//   ## Name          begins a feature; its name may have code in it
//   > deviates: …    the program gives another result here than on Node: what, and why
//   > typescript     TypeScript itself refuses the construct in such a file
// The rest up to the next `##` is the program; its `f()` gives a result.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckResult } from '../../compiler/check/check.ts';
import { E } from '../../compiler/diagnostics/codes.ts';
import { checkText } from '../check/check-text.ts';
import { REPOSITORY } from '../harness/source-snapshot.ts';

export interface Feature {
  readonly name: string;
  readonly text: string;
  readonly deviates: string | null;
  readonly isRefusedByTypeScript: boolean;
}

export interface Group {
  readonly title: string;
  readonly features: readonly Feature[];
}

const FOLDER = join(REPOSITORY, 'test/features/programs');

export const GROUPS: readonly Group[] = readdirSync(FOLDER)
  .sort()
  .map((name) => groupOf(readFileSync(join(FOLDER, name), 'utf8')));

function groupOf(text: string): Group {
  const [head = '', ...rows] = text.split(/^## /m);
  return { title: head.replace(/^# /, '').trim(), features: rows.map(featureOf) };
}

function featureOf(row: string): Feature {
  const [name = '', ...lines] = row.split('\n');
  const marks = lines.filter((line) => line.startsWith('> ')).map((line) => line.slice(2));
  const deviates = marks.find((mark) => mark.startsWith('deviates: '));
  return {
    name,
    text: lines.filter((line) => !line.startsWith('> ')).join('\n'),
    deviates: deviates?.slice('deviates: '.length) ?? null,
    isRefusedByTypeScript: marks.includes('typescript'),
  };
}

/** What the programs may import. */
export const OTHER_FILES: Readonly<Record<string, string>> = {
  'other.ts':
    'export interface T { x: number }\nexport const add = (a: number, b: number): number => a + b;\n',
  'default.ts': 'export default function one(): number { return 1; }\n',
  'cycle.ts': "import { two } from './main.ts';\nexport const g = (): number => two() + 1;\n",
};

export const checkFeature = ({ text }: Feature): CheckResult =>
  checkText({ ...OTHER_FILES, 'main.ts': text });

/** The codes of the reports on a feature, each once; without TypeScript's own where there are others. */
export function refusalsOf({ diagnostics }: CheckResult): readonly string[] {
  const codes = new Set(
    diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code),
  );
  if (codes.size > 1) codes.delete(E.typescript.code);
  return [...codes].sort();
}
