// docs/rffi/parity.md says what the tree has: verdicts, tests that exist, names that are declared, and how many tests there are.
// MIXMOD_UPDATE=1 writes the counts anew.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expectGenerated, withTable } from '../harness/generated-page.ts';
import { parseRunCase } from '../harness/run-case.ts';
import { REPOSITORY } from '../harness/source-snapshot.ts';

const PAGE = 'docs/rffi/parity.md';
const read = (path: string): string => readFileSync(join(REPOSITORY, path), 'utf8');
const page = read(PAGE);

interface Row {
  readonly line: number;
  readonly name: string;
  readonly verdict: string;
  readonly here: string;
  readonly tests: readonly string[];
}

/** Of all tables with a column for the test. */
const rows: readonly Row[] = (page.split('\n## Tests\n')[0] ?? '')
  .split('\n')
  .flatMap((text, index) => {
    const cells = /^\| (.*) \| (.*) \| (.*) \| ?(.*) \|$/.exec(text);
    if (!cells || /^\|(?:[^|]*\|)* here \| test \|$/.test(text)) return [];
    const [, name = '', verdict = '', here = '', tests = ''] = cells;
    const links = [...tests.matchAll(/\]\(([^)]*)\)/g)].map((match) => match[1] ?? '');
    return [{ line: index + 1, name, verdict, here, tests: links }];
  });

const named = (wrong: readonly Row[]): readonly string[] =>
  wrong.map(({ line, name, verdict, here }) => `${PAGE}:${line}: ${name}, ${verdict}, ${here}`);

test('the rows are there', () => {
  expect(rows.length).toBeGreaterThan(500);
});

test('each row has one of the three verdicts', () => {
  const verdicts = new Set(['yes', 'differently', 'no']);
  expect(named(rows.filter(({ verdict }) => !verdicts.has(verdict)))).toEqual([]);
});

test('each row says what is here, or why not', () => {
  expect(named(rows.filter(({ here }) => here.trim() === ''))).toEqual([]);
});

test('each row with something here has a test', () => {
  const untested = rows.filter(({ verdict, tests }) => verdict !== 'no' && tests.length === 0);
  expect(named(untested)).toEqual([]);
});

test('each test exists', () => {
  const folder = dirname(join(REPOSITORY, PAGE));
  const gone = rows.filter(({ tests }) => tests.some((path) => !existsSync(join(folder, path))));
  expect(named(gone)).toEqual([]);
});

test('no name stands twice in a table', () => {
  const seen = new Set<string>();
  const twice = page.split(/^## /m).flatMap((section) => {
    seen.clear();
    return section.split('\n').flatMap((text) => {
      const name = /^\| (.*?) \| (?:yes|differently|no) \|/.exec(text)?.[1];
      if (name === undefined || !seen.has(name))
        return name === undefined ? [] : (seen.add(name), []);
      return [name];
    });
  });
  expect(twice).toEqual([]);
});

describe('names in backticks are declared', () => {
  const declarations = read('runtime/mixmod.d.ts');

  test.each(['lltype', 'rffi', 'rffi_platform', 'rposix', 'rarithmetic'])('of %s', (namespace) => {
    const start = declarations.indexOf(`export namespace ${namespace} {`);
    const body = declarations.slice(start, declarations.indexOf('\n}\n', start));
    const declared = new Set(
      [...body.matchAll(/^ {2}(?:function|const|namespace) (\w+)/gm)].map((match) => match[1]),
    );
    const mention = new RegExp(`(?<![\\w.])${namespace}\\.(\\w+)`, 'g');
    const unknown = rows.flatMap(({ line, here }) =>
      [...here.matchAll(/`([^`]*)`/g)]
        .flatMap((span) => [...(span[1] ?? '').matchAll(mention)].map((match) => match[1]))
        .filter((name) => !declared.has(name))
        .map((name) => `${PAGE}:${line}: ${namespace}.${name}`),
    );
    expect(unknown).toEqual([]);
  });
});

// ---- how many tests there are ----

interface Area {
  readonly name: string;
  /** How many functions RPython's suite has. */
  readonly theirs: number;
  readonly programs: readonly string[];
  readonly vitest: readonly string[];
  /** Folders under test/errors/. */
  readonly refused: readonly string[];
}

const filesIn = (folder: string, ending: string): readonly string[] =>
  readdirSync(join(REPOSITORY, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`);
const codes = readdirSync(join(REPOSITORY, 'test/errors'));

const AREAS: readonly Area[] = [
  {
    name: 'lltype (`test_lltype`)',
    theirs: 49,
    programs: filesIn('test/run/lltype', '.ts'),
    vitest: filesIn('test/lltype', '.test.ts'),
    refused: ['memory', ...codes.filter((code) => /^RTS31(?:0[1-6]|1[1-9]|2[0-2])$/.test(code))],
  },
  {
    name: 'rffi (`test_rffi`)',
    theirs: 54,
    programs: filesIn('test/run/rffi', '.ts'),
    vitest: filesIn('test/rffi', '.test.ts'),
    refused: codes.filter((code) => /^RTS31(?:0[7-9]|10|2[3-9]|3\d)$/.test(code)),
  },
  {
    name: 'C untranslated and compiled (`test_ll2ctypes`)',
    theirs: 82,
    programs: filesIn('test/run/c-calls', '.ts'),
    vitest: [],
    refused: [],
  },
  {
    name: 'rffi_platform (`test_rffi_platform`)',
    theirs: 28,
    programs: filesIn('test/run/rffi_platform', '.ts'),
    vitest: [...filesIn('test/platform', '.test.ts'), 'test/cli/configure.test.ts'],
    refused: [],
  },
];

/** Exported functions that a line of expectations calls. */
function functionsOf(path: string): number {
  const text = read(path);
  const expressions = parseRunCase(text).map(({ expression }) => expression);
  const exported = [...text.matchAll(/^export (?:function|const) (\w+)/gm)].map(
    (match) => match[1] ?? '',
  );
  return exported.filter((name) =>
    expressions.some((expression) => new RegExp(`\\b${name}\\(`).test(expression)),
  ).length;
}

/** `test.each` counts once. */
const vitestsOf = (path: string): number =>
  [...read(path).matchAll(/^ *test(?:\.each\(|\()/gm)].length;

/** Each expected diagnostic, or each function that makes a mistake. */
const refusalsOf = (path: string): number =>
  [...read(path).matchAll(/\/\/ error RTS|^\/\/ \w+\(\) → /gm)].length;

const sum = (paths: readonly string[], count: (path: string) => number): number =>
  paths.reduce((total, path) => total + count(path), 0);

const counts = AREAS.map(({ name, theirs, programs, vitest, refused }) => {
  const fixtures = refused.flatMap((code) => filesIn(`test/errors/${code}`, '.ts'));
  const parts = [
    sum(programs, functionsOf),
    sum(vitest, vitestsOf),
    sum(fixtures, refusalsOf),
  ] as const;
  return { name, theirs, parts, total: parts[0] + parts[1] + parts[2] };
});

test('the table of counts', () => {
  const table = counts
    .map(
      ({ name, theirs, parts, total }) =>
        `| ${name} | ${theirs} | ${parts.join(' | ')} | ${total} |`,
    )
    .join('\n');
  const marked = /(\|--:\|--:\|--:\|--:\|--:\|\n)[\s\S]*?(\n<!-- end of counts -->)/;
  expectGenerated(PAGE, 'test/docs/parity.test.ts', (shown) => withTable(shown, marked, table));
});

test('there are no fewer than in RPython', () => {
  expect(counts.filter(({ theirs, total }) => total < theirs)).toEqual([]);
});
