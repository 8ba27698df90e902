// The build cache: a repeated build does nothing, a changed or damaged file is never served.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { build, type BuildResult } from '../../compiler/build.ts';
import { BuildCache } from '../../compiler/cache/build-cache.ts';
import { localCache } from '../../compiler/cache/local.ts';
import { nodeHost } from '../../compiler/host.ts';
import { DEBUG, type BuildOptions } from '../../compiler/options.ts';

let folder = '';
const file = (name: string): string => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mixmod-cache-'));
  writeFileSync(
    file('a.ts'),
    "'use mixmod';\nimport { two } from './b.ts';\nexport function f(): number { return two; }\n",
  );
  writeFileSync(file('b.ts'), 'export const two = 2;\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(identity = 'one', options: BuildOptions = DEBUG): Promise<BuildResult> {
  const cache = new BuildCache(
    localCache(file('cache'), nodeHost).actions,
    () => identity,
    nodeHost,
  );
  return build({ path: file('a.ts'), out: file('out'), options, cache }, nodeHost);
}

test('the second build changes no file', async () => {
  expect((await run()).outcome).toBe('compiled');
  const times = readdirSync(file('out')).map((name) => statSync(join(file('out'), name)).mtimeMs);
  expect(times).toHaveLength(3);
  expect((await run()).outcome).toBe('unchanged');
  expect(readdirSync(file('out')).map((name) => statSync(join(file('out'), name)).mtimeMs)).toEqual(
    times,
  );
});

test('outputs that are gone or changed are restored', async () => {
  await run();
  const built = readFileSync(file('out/a.node'));
  writeFileSync(file('out/a.node'), 'damaged');
  rmSync(file('out/a.d.ts'));
  expect((await run()).outcome).toBe('restored');
  expect(readFileSync(file('out/a.node'))).toEqual(built);
  expect(readdirSync(file('out')).sort()).toEqual(['a.d.ts', 'a.js', 'a.node']);
});

test('a change of an imported file, of the options or of the compiler compiles anew', async () => {
  await run();
  writeFileSync(file('b.ts'), 'export const two = 3;\n');
  expect((await run()).outcome).toBe('compiled');
  writeFileSync(file('b.ts'), 'export const two = 2;\n');
  expect((await run()).outcome).toBe('restored');
  expect((await run('one', { ...DEBUG, cpu: 'x86-64-v3' })).outcome).toBe('compiled');
  expect((await run('two')).outcome).toBe('compiled');
});

test('damaged entries of the cache are made again', async () => {
  await run();
  for (const name of readdirSync(file('cache'), { recursive: true, encoding: 'utf8' })) {
    const path = join(file('cache'), name);
    if (statSync(path).isFile()) writeFileSync(path, 'damaged');
  }
  rmSync(file('out'), { recursive: true });
  expect((await run()).outcome).toBe('compiled');
  expect((await run()).outcome).toBe('unchanged');
});

test('a program with errors is not remembered, and its old outputs stay', async () => {
  await run();
  const before = readFileSync(file('out/a.node'));
  writeFileSync(file('b.ts'), 'export const two: string = 2;\n');
  for (const _ of [1, 2]) {
    const { outcome, diagnostics } = await run();
    expect(outcome).toBe('failed');
    expect(diagnostics).not.toEqual([]);
  }
  expect(readFileSync(file('out/a.node'))).toEqual(before);
});
