// RTypeScript of npm packages is part of the program that imports it: compiled with it, natively, as a whole and in parts.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { Project, texts } from './project.ts';

const MAIN = `
  import { Vector, sum } from '@math/vectors';
  import { half } from '@math/vectors/tools';
  export function main(): f64 { return sum([new Vector(3, 4), new Vector(half(12), 8)]); }`;

const FILES = {
  'main.ts': MAIN,
  'node_modules/@math/vectors/src/index.ts': `
    import { root } from './root.ts';
    export class Vector { constructor(readonly x: f64, readonly y: f64) {} length(): f64 { return root(this.x * this.x + this.y * this.y); } }
    export function sum(all: Vector[]): f64 { let s: f64 = 0; for (const one of all) s += one.length(); return s; }`,
  'node_modules/@math/vectors/src/root.ts':
    'export function root(x: f64): f64 { return Math.sqrt(x); }',
  'node_modules/@math/vectors/src/tools.ts': 'export function half(x: f64): f64 { return x / 2; }',
};

let project: Project | null = null;
afterEach(() => {
  project?.remove();
  project = null;
});

function open(exports: unknown): Project {
  project = new Project(FILES);
  const path = join(project.folder, 'node_modules/@math/vectors/package.json');
  writeFileSync(path, JSON.stringify({ name: '@math/vectors', exports }));
  return project;
}

const GIVEN = {
  '.': { mixmod: './src/index.ts', default: './dist/index.js' },
  './tools': { mixmod: './src/tools.ts' },
};

test('what it gives is called natively', async () => {
  const one = open(GIVEN);
  const parts = await one.build();
  expect(one.load(parts).main?.()).toBe(15);
  expect(one.whole().main?.()).toBe(15);
  one.edit('node_modules/@math/vectors/src/root.ts', 'Math.sqrt(x)', 'Math.sqrt(x) * 2');
  expect(await one.compiled()).toEqual(['root.ts']);
});

test.each([
  ['a package of JavaScript', { '.': './dist/index.js' }],
  ['a subpath that it does not give', { '.': GIVEN['.'] }],
  [
    'a target that is no source',
    { '.': { mixmod: './dist/index.js' }, './tools': { mixmod: './dist/tools.d.ts' } },
  ],
  ['a target outside of the package', { '.': { mixmod: './../../../main.ts' } }],
  ['no exports', undefined],
])('refused: %s', async (_what, exports) => {
  const { files, diagnostics } = await open(exports).build();
  expect(files).toBeNull();
  expect(texts(diagnostics)).toMatch(/RTS3003: the import '@math\/vectors(\/tools)?' is neither/);
});

test('a file that the package does not have', async () => {
  const { diagnostics } = await open({ ...GIVEN, './tools': { mixmod: './src/gone.ts' } }).build();
  expect(texts(diagnostics)).toContain(
    "RTS3002: the imported file '@math/vectors/tools' cannot be read",
  );
});
