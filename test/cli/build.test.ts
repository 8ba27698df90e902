// `mixmod build` of a right program: what it writes, says and keeps.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, expect, test } from 'vitest';
import { EMIT_KINDS } from '../../compiler/cli/emit-kinds.ts';
import { ADD, Workspace } from './command.ts';

const spaces: Workspace[] = [];
afterAll(() => spaces.forEach((space) => space.remove()));

function workspace(files: Readonly<Record<string, string>> = { 'add.ts': ADD }): Workspace {
  const space = new Workspace(files);
  spaces.push(space);
  return space;
}

const require = createRequire(import.meta.url);

interface BuildJson {
  readonly outcome: string;
  readonly milliseconds: number;
  readonly stages: Readonly<Record<string, number>>;
  readonly files: Readonly<Record<string, number>>;
  readonly diagnostics: readonly unknown[];
}
const json = (text: string): BuildJson => JSON.parse(text) as BuildJson;

test('writes the module, its loader and its declarations to a folder that it makes', () => {
  const space = workspace();
  const outcome = space.mixmod(['build', 'add.ts', '--out', 'deep/out']);
  expect(outcome).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(space.list('deep/out')).toEqual(['add.d.ts', 'add.js', 'add.node']);
  const { add } = require(space.path('deep/out/add.js')) as {
    add: (a: number, b: number) => number;
  };
  expect(add(2, 3)).toBe(5);
  expect(readFileSync(space.path('deep/out/add.d.ts'), 'utf8')).toContain(' * The sum.');
});

test('without --out, to the working folder', () => {
  const space = workspace({ 'lib/add.ts': ADD });
  expect(space.mixmod(['build', 'lib/add.ts']).status).toBe(0);
  expect(space.list('.')).toEqual(['add.d.ts', 'add.js', 'add.node', 'cache', 'lib']);
});

test('a second build changes nothing; a removed output comes back; a changed source compiles', () => {
  const space = workspace();
  const build = (): BuildJson =>
    json(space.mixmod(['build', 'add.ts', '--out', 'out', '--json']).stdout);
  const times = (): readonly number[] =>
    (space.list('out') ?? []).map((name) => statSync(space.path('out', name)).mtimeMs);
  expect(build().outcome).toBe('compiled');
  const first = times();
  expect(build().outcome).toBe('unchanged');
  expect(times()).toEqual(first);
  writeFileSync(space.path('out/add.js'), 'damaged');
  expect(build().outcome).toBe('restored');
  expect(readFileSync(space.path('out/add.js'), 'utf8')).toContain('native.add');
  writeFileSync(space.path('add.ts'), ADD.replace('a + b', 'a - b'));
  expect(build().outcome).toBe('compiled');
});

test('--no-cache compiles', () => {
  const space = workspace();
  const build = (): string =>
    json(space.mixmod(['build', 'add.ts', '--out', 'out', '--json', '--no-cache']).stdout).outcome;
  expect([build(), build()]).toEqual(['compiled', 'compiled']);
  expect(space.list('cache')).toBeUndefined();
});

test('--json names files with their sizes, stages with their times', () => {
  const space = workspace();
  const { status, stdout, stderr } = space.mixmod(['build', 'add.ts', '--out', 'out', '--json']);
  expect([status, stderr]).toEqual([0, '']);
  const { stages, files, diagnostics, milliseconds } = json(stdout);
  expect(Object.keys(files)).toEqual(
    ['node', 'js', 'd.ts'].map((ending) => space.path(`out/add.${ending}`)),
  );
  expect(Object.values(files).every((size) => size > 0)).toBe(true);
  expect(Object.keys(stages)).toEqual(
    expect.arrayContaining(['check', 'flow', 'lower', 'optimize', 'llvm', 'opt', 'llc', 'link']),
  );
  expect(diagnostics).toEqual([]);
  expect(milliseconds).toBeGreaterThan(0);
});

test('--stats prints a table', () => {
  const { stdout } = workspace().mixmod(['build', 'add.ts', '--out', 'out', '--stats']);
  expect(stdout).toMatch(/^check +[\d.]+ ms$/m);
  expect(stdout).toMatch(/^compiled +[\d.]+ ms since the command began$/m);
  expect(stdout).toMatch(/^add\.node +\d+ bytes$/m);
});

const BEGINS: Readonly<
  Record<(typeof EMIT_KINDS)[number], readonly [ending: string, text: string]>
> = {
  interface: ['interface.ts', 'add'],
  checked: ['checked', 'add'],
  flow: ['flow', 'unit "add" high'],
  low: ['low', 'unit "add" low'],
  optimized: ['optimized', 'unit "add" low'],
  ll: ['ll', 'define'],
  asm: ['s', '.text'],
  js: ['untranslated.js', 'function add('],
  dts: ['d.ts', 'export'],
  report: ['report.html', 'what each line costs'],
};

test('--emit of every kind', () => {
  const space = workspace();
  const { status } = space.mixmod([
    'build',
    'add.ts',
    '--out',
    'out',
    `--emit=${EMIT_KINDS.join(',')}`,
  ]);
  expect(status).toBe(0);
  for (const kind of EMIT_KINDS) {
    const [ending, text] = BEGINS[kind];
    expect(readFileSync(space.path(`out/add.${ending}`), 'utf8')).toContain(text);
  }
  expect(space.list('out')).toHaveLength(2 + EMIT_KINDS.length);
});

test('--debug builds too, beside a release build in the cache', () => {
  const space = workspace();
  const build = (...more: string[]): string =>
    json(space.mixmod(['build', 'add.ts', '--out', 'out', '--json', ...more]).stdout).outcome;
  expect([build('--debug'), build(), build('--debug')]).toEqual([
    'compiled',
    'compiled',
    'restored',
  ]);
});

test('a package of ES modules gets an ES module', () => {
  const space = workspace({ 'add.ts': ADD, 'package.json': '{ "type": "module" }' });
  expect(space.mixmod(['build', 'add.ts']).status).toBe(0);
  expect(readFileSync(space.path('add.js'), 'utf8')).toContain('export const add');
});

test('a cache that cannot be written is no error', () => {
  const space = workspace();
  const environment = { MIXMOD_CACHE: '/dev/null/cache' };
  expect(space.mixmod(['build', 'add.ts', '--out', 'out'], { environment })).toEqual({
    status: 0,
    stdout: '',
    stderr: '',
  });
  expect(space.list('out')).toHaveLength(3);
});
