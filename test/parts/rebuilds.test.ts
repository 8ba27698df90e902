// Which modules a change compiles again: its own for a change in a body, all that depend on it for one in a declaration.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { localCache } from '../../compiler/cache/local.ts';
import { nodeHost } from '../../compiler/host.ts';
import { Project, texts } from './project.ts';

/** main → shapes → points; main → counts; nobody but shapes knows points. */
const FILES = {
  'points.ts': `
    export class Point { constructor(readonly x: f64, readonly y: f64) {} length(): f64 { return Math.sqrt(this.x * this.x + this.y * this.y); } }
    export function twice(x: f64) { return x + x; }`,
  'shapes.ts': `
    import { Point, twice } from './points.ts';
    export interface Shape { area(): f64 }
    export class Square implements Shape { side: f64; constructor(side: f64) { this.side = side; } area(): f64 { return this.side * this.side; } }
    export function diagonal(side: f64): f64 { return twice(new Point(side, side).length()); }
    export function corner(): Point { return new Point(3, 4); }`,
  'counts.ts': `
    let calls: i32 = 0;
    export const LIMIT: i32 = 3;
    export function count(): i32 { calls = calls + 1; return calls; }
    export function biggest<T>(items: T[], more: (a: T, b: T) => boolean): T { let best = items[0]; for (const one of items) if (more(one, best)) best = one; return best; }`,
  'main.ts': `
    import { Square, diagonal, corner, type Shape } from './shapes.ts';
    import { biggest, count, LIMIT } from './counts.ts';
    function area(shape: Shape): f64 { return shape.area(); }
    export function main(): string {
      const big = biggest([1, 5, 3], (a, b) => a > b);
      return [area(new Square(2)), diagonal(0), corner().length(), count(), LIMIT, big].join(' ');
    }`,
};

let project: Project | null = null;
afterEach(() => {
  project?.remove();
  project = null;
});

const open = async (): Promise<Project> => {
  project = new Project(FILES);
  const built = await project.build();
  expect(texts(built.diagnostics)).toBe('');
  expect(project.load(built).main?.()).toBe('4 0 5 1 3 5');
  return project;
};

describe('what is compiled again', () => {
  test('nothing without a change; one module for a change in a body', async () => {
    const one = await open();
    expect(await one.compiled()).toEqual([]);
    one.edit('shapes.ts', 'this.side * this.side', 'this.side * this.side * 10');
    const built = await one.build();
    expect(built.compiled.length).toBe(1);
    expect(one.load(built).main?.()).toBe('40 0 5 1 3 5');
    one.edit('counts.ts', 'calls + 1', 'calls + 2');
    expect(await one.compiled()).toEqual(['counts.ts']);
    expect(one.load(await one.build()).main?.()).toBe('40 0 5 2 3 5');
  });

  test('the users of a declaration, and who knows it through them', async () => {
    const one = await open();
    // main has a Point from corner().
    one.edit('points.ts', 'readonly y: f64)', 'readonly y: f64, readonly z: f64 = 0)');
    expect(await one.compiled()).toEqual(['main.ts', 'points.ts', 'shapes.ts']);
    one.edit('counts.ts', 'count(): i32', 'count(by: i32 = 1): i32');
    expect(await one.compiled()).toEqual(['counts.ts', 'main.ts']);
  });

  test('what only bodies use is nobody else’s', async () => {
    const one = await open();
    one.edit(
      'shapes.ts',
      'export function corner(): Point { return new Point(3, 4); }',
      'export function corner(): Square { return new Square(1); }',
    );
    one.edit('main.ts', 'corner().length()', 'corner().area()');
    expect(await one.compiled()).toEqual(['main.ts', 'shapes.ts']);
    one.edit('points.ts', 'readonly y: f64)', 'readonly y: f64, readonly z: f64 = 0)');
    expect(await one.compiled()).toEqual(['points.ts', 'shapes.ts']);
  });

  test('bodies that users can see: inferred results, generic functions, constants', async () => {
    const one = await open();
    one.edit('points.ts', 'return x + x', 'return x * 2');
    expect(await one.compiled()).toEqual(['main.ts', 'points.ts', 'shapes.ts']);
    one.edit('counts.ts', 'more(one, best)', '!more(one, best)');
    expect(await one.compiled()).toEqual(['counts.ts', 'main.ts']);
    one.edit('counts.ts', 'LIMIT: i32 = 3', 'LIMIT: i32 = 4');
    expect(await one.compiled()).toEqual(['counts.ts', 'main.ts']);
    expect(one.load(await one.build()).main?.()).toBe('4 0 5 1 4 1');
  });

  test('another process takes what is kept, and no more than is whole', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mixmod-test-'));
    const cache = { actions: localCache(folder, nodeHost).actions, identity: 'test' };
    project = new Project(FILES, cache);
    try {
      expect((await project.compiled()).length).toBe(4);
      project.remove();
      project = new Project(FILES, cache);
      // The folder is another: messages would name other files.
      expect((await project.compiled()).length).toBe(4);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test('errors of all modules are told in one run, and nothing is made', async () => {
  const one = await open();
  one.edit('points.ts', 'return x + x', 'return x + missing');
  one.edit('counts.ts', 'return calls;', "return 'calls';");
  one.edit('main.ts', 'LIMIT, big', 'LIMIT, bigger');
  const { files, diagnostics } = await one.build();
  expect(files).toBeNull();
  const found = texts(diagnostics);
  expect(found).not.toContain('~');
  for (const name of ['missing', 'bigger', 'string']) expect(found).toContain(name);
  one.edit('points.ts', 'x + missing', 'x + x');
  one.edit('counts.ts', "return 'calls';", 'return calls;');
  one.edit('main.ts', 'LIMIT, bigger', 'LIMIT, big');
  expect(one.load(await one.build()).main?.()).toBe('4 0 5 1 3 5');
});

test('errors of files that are imported for types only', async () => {
  const one = await open();
  one.write('types.ts', 'export interface Given { readonly x: Missing }');
  one.edit(
    'main.ts',
    'export function main',
    "import type { Given } from './types.ts';\nexport function main",
  );
  const { files, diagnostics } = await one.build();
  expect(files).toBeNull();
  expect(texts(diagnostics)).toContain('Missing');
});

test('what has to be compiled as a whole says so', async () => {
  const one = await open();
  one.edit(
    'main.ts',
    'export function main',
    "import { offthread } from 'mixmod';\nexport const later = offthread((x: f64): f64 => x);\nexport function main",
  );
  const { files, needsWhole } = await one.build();
  expect(files).toBeNull();
  expect(needsWhole).toBe('it has offthread functions');
});
