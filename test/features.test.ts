// docs/language/features.md says of every feature of ECMAScript and TypeScript what `check` says of a program that uses it; the
// programs together have every kind of node that TypeScript's parser makes. MIXMOD_UPDATE=1 writes the table anew.
import { rmSync } from 'node:fs';
import ts from 'typescript';
import { afterAll, describe, expect, test } from 'vitest';
import { checkFeature, GROUPS, refusalsOf, type Feature } from './features/feature.ts';
import { newFolder, runPlain, runUntranslated } from './features/run-feature.ts';
import { unseenKinds } from './features/syntax-kinds.ts';
import { expectGenerated, tableCell, withTable } from './harness/generated-page.ts';

const PAGE = 'docs/language/features.md';
const TABLE = /(<!-- features: .* -->\n)[\s\S]*?(<!-- end of features -->)/;

const features = GROUPS.flatMap((group) => group.features);
const results = new Map(features.map((feature) => [feature, checkFeature(feature)]));
const root = newFolder();
afterAll(() => rmSync(root, { recursive: true }));

const resultOf = (feature: Feature): ReturnType<typeof checkFeature> =>
  results.get(feature) ?? checkFeature(feature);

/** Behind a name that stands in a table. */
const state = (feature: Feature): string => {
  const codes = refusalsOf(resultOf(feature));
  if (codes.length > 0) return `refused: ${codes.join(', ')}`;
  return feature.deviates ? `deviates: ${feature.deviates}` : 'yes';
};

test('the table of features', () => {
  const table = GROUPS.map(
    ({ title, features: rows }) =>
      `\n## ${title}\n\n| feature | here |\n|---|---|\n` +
      rows.map((row) => `| ${tableCell(row.name)} | ${tableCell(state(row))} |\n`).join(''),
  ).join('');
  expectGenerated(PAGE, 'test/features.test.ts', (shown) => withTable(shown, TABLE, table));
});

test('no feature is refused because its program is wrong', () => {
  const wrong = features.filter(
    (feature) =>
      !feature.isRefusedByTypeScript && refusalsOf(resultOf(feature)).join() === 'RTS1001',
  );
  expect(
    wrong.map((feature) => [feature.name, ...resultOf(feature).diagnostics.map((d) => d.message)]),
  ).toEqual([]);
});

test('every kind of node of TypeScript is in a program', () => {
  const files = features.map(({ text }) =>
    ts.createSourceFile('main.ts', text, ts.ScriptTarget.Latest, true),
  );
  expect(unseenKinds(files)).toEqual([]);
});

describe('a program that is accepted does what it does on Node', () => {
  const accepted = features.filter((feature) => refusalsOf(resultOf(feature)).length === 0);
  test.each(
    accepted.map((feature, i) => ({ name: feature.name, feature, folder: `${root}/${i}` })),
  )('$name', async ({ feature, folder }) => {
    const { program } = resultOf(feature);
    if (!program) throw new Error('no program');
    const plain = await runPlain(feature, folder);
    const own = await runUntranslated(program, folder);
    if (feature.deviates) expect(own).not.toBe(plain);
    else expect(own).toBe(plain);
  });
});
