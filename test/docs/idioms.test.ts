// docs/rffi/idioms.md: what its first table writes for C stands in the programs below it, which are run; names exist.
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { REPOSITORY } from '../harness/source-snapshot.ts';
import { examplesOf, readDocument } from './examples.ts';

const PAGE = 'docs/rffi/idioms.md';
const page = readDocument(PAGE);

const sectionOf = (title: string): string =>
  page.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';

/** The cells of the rows of tables, without their heads. */
const rowsOf = (text: string): readonly (readonly string[])[] =>
  [...text.matchAll(/^\|(?:-+\|)+\n((?:\|.*\n?)+)/gm)].flatMap(([, body = '']) =>
    body
      .trim()
      .split('\n')
      .map((row) => row.slice(2, -2).split(' | ')),
  );

test.each([
  ['From C', 25],
  ["From CPython's ctypes", 20],
  ['From RPython', 25],
  ['Conversions', 20],
])('%s has rows', (title, least) => {
  expect(rowsOf(sectionOf(title)).length).toBeGreaterThanOrEqual(least);
});

test('what the first table writes is run', () => {
  const programs = examplesOf(PAGE, page)
    .map(({ text }) => text)
    .join('');
  const [first = ''] = sectionOf('From C').split('\n### ');
  const codes = rowsOf(first).map(([, here = '']) => /^`(.*)`$/.exec(here)?.[1] ?? here);
  expect(codes.length).toBeGreaterThanOrEqual(25);
  expect(codes.filter((code) => !programs.includes(code))).toEqual([]);
});

/** What is written for here stands in the columns behind the first. */
test.each(['lltype', 'rffi', 'rffi_platform', 'rposix', 'rarithmetic'])(
  'names of %s are declared',
  (namespace) => {
    const declarations = readFileSync(join(REPOSITORY, 'runtime/mixmod.d.ts'), 'utf8');
    const start = declarations.indexOf(`export namespace ${namespace} {`);
    const body = declarations.slice(start, declarations.indexOf('\n}\n', start));
    const declared = new Set(
      [...body.matchAll(/^ {2}(?:function|const|namespace|type) (\w+)/gm)].map((match) => match[1]),
    );
    const mention = new RegExp(`(?<![\\w.])${namespace}\\.(\\w+)`, 'g');
    const written = rowsOf(page).flatMap((cells) => cells.slice(1).join(' '));
    const names = written.flatMap((text) => [...text.matchAll(mention)].map((match) => match[1]));
    expect(names.filter((name) => !declared.has(name))).toEqual([]);
  },
);
