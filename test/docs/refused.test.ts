// The table of docs/language/refused.md is what the registry of diagnostics says. MIXMOD_UPDATE=1 writes it anew.
import { expect, test } from 'vitest';
import { E } from '../../compiler/diagnostics/codes.ts';
import { expectGenerated, tableCell, withTable } from '../harness/generated-page.ts';

const PAGE = 'docs/language/refused.md';
const TABLE = /(<!-- codes: .* -->\n)[\s\S]*?(<!-- end of codes -->)/;

const GROUPS: readonly (readonly [prefix: string, title: string])[] = [
  ['RTS1', 'Syntax and types of TypeScript'],
  ['RTS2', 'Types of values'],
  ['RTS30', 'Modules'],
  ['RTS31', 'lltype and rffi'],
  ['RTS32', 'Mixed modules'],
  ['RTS33', 'Other threads'],
  ['RTS34', 'Live values'],
  ['RTS4', 'Tools'],
];

/** Stands for every parameter of a message: `‹name›`. */
const PLACEHOLDERS = new Proxy({}, { get: (_, name) => `‹${String(name)}›` }) as never;

interface Row {
  readonly code: string;
  readonly message: (parameters: never) => string;
  readonly fix: (parameters: never) => string;
}

function tableOf(prefix: string): string {
  const rows: readonly Row[] = Object.values(E);
  return rows
    .filter(({ code }) => code.startsWith(prefix))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(
      ({ code, message, fix }) =>
        `| ${code} | ${tableCell(message(PLACEHOLDERS))} | ${tableCell(fix(PLACEHOLDERS))} |\n`,
    )
    .join('');
}

test('the table of refusals', () => {
  const table = GROUPS.map(
    ([prefix, title]) =>
      `\n## ${title}\n\n| code | text | what to do |\n|---|---|---|\n${tableOf(prefix)}`,
  ).join('');
  expectGenerated(PAGE, 'test/docs/refused.test.ts', (shown) => withTable(shown, TABLE, table));
});

test('every code is in a group', () => {
  const codes = Object.values(E).map(({ code }) => code);
  const lost = codes.filter((code) => !GROUPS.some(([prefix]) => code.startsWith(prefix)));
  expect(lost).toEqual([]);
});
