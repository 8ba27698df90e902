// Objects that a package brings are linked into the programs that import it, if they are what its sources would be compiled to there.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { objectIdentity } from '../../compiler/cache/identity.ts';
import { localCache } from '../../compiler/cache/local.ts';
import { nodeHost } from '../../compiler/host.ts';
import { DEBUG, WATCH, type BuildOptions } from '../../compiler/options.ts';
import { packageRoot } from '../../compiler/package-root.ts';
import { PartsBuilder } from '../../compiler/parts/build-parts.ts';
import { readManifest } from '../../compiler/packages/manifest.ts';
import { packageObjects, type ObjectsResult } from '../../compiler/packages/objects.ts';
import { Workspace } from '../cli/command.ts';

const HEAD = "'use mixmod';\nimport { i32, f64, rffi } from 'mixmod';\n";
const PACKAGE = {
  'package.json': JSON.stringify({
    name: '@s/lib',
    version: '1.0.0',
    exports: { '.': { mixmod: './src/index.ts', default: './dist/index.cjs' } },
  }),
  'src/index.ts': `${HEAD}import { half } from './half.ts';
export { three } from './three.ts';
export class Pair { constructor(readonly a: f64, readonly b: f64) {} mean(): f64 { return half(this.a + this.b); } }
`,
  'src/half.ts': `${HEAD}export function half(x: f64): f64 { return x / 2; }
export function last<T>(items: T[]): T { return items[items.length - 1]; }
`,
  'src/three.ts': `${HEAD}const compilation_info = rffi.ExternalCompilationInfo({ separate_module_files: ['c/three.c'] });
const c_three = rffi.llexternal('three', [], rffi.INT, { compilation_info });
export function three(): i32 { return c_three(); }
`,
  'src/c/three.c': 'int three(void) { return 3; }\n',
};
const MODULES = ['half.ts', 'index.ts', 'three.ts'];
const MAIN = `${HEAD}import { Pair, three } from '@s/lib';
class More extends Pair { mean(): f64 { return super.mean() + 100; } }
export function main(): f64 { const all: Pair[] = [new Pair(1, 2), new More(3, 4)]; let s: f64 = 0; for (const one of all) s += one.mean(); return s + three(); }
`;
const RESULT = 1.5 + 103.5 + 3;

const spaces: Workspace[] = [];
const here = process.cwd();
let space: Workspace;

function open(): Workspace {
  const made = new Workspace({});
  spaces.push(made);
  return made;
}
beforeEach(() => {
  space = open();
});
afterAll(() => {
  process.chdir(here);
  spaces.forEach((one) => one.remove());
});

function write(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, data] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), data);
  }
}

function objectsOf(files: Readonly<Record<string, string>>): Promise<ObjectsResult> {
  const folder = open().path('lib');
  write(folder, files);
  const manifest = readManifest(folder, nodeHost);
  const inputs = Object.keys(files).map((name) => join(folder, name));
  return packageObjects({ folder, manifest, inputs, mixmod: packageRoot }, nodeHost);
}

let made: Promise<ObjectsResult> | undefined;

/** A project that has installed the package with its objects; its folder becomes the working folder. */
async function install(): Promise<string> {
  const { files, reason } = await (made ??= objectsOf(PACKAGE));
  expect(reason).toBeNull();
  const lib = 'app/node_modules/@s/lib';
  write(space.path(lib), { ...PACKAGE, ...Object.fromEntries(files) });
  write(space.path('app'), { 'main.ts': MAIN });
  process.chdir(space.path('app'));
  return space.path(lib);
}

interface Built {
  readonly compiled: readonly string[];
  readonly used: Readonly<Record<string, number>>;
  readonly unused: readonly string[];
  readonly result: unknown;
}

let count = 0;

async function build(
  options: BuildOptions = WATCH,
  identity: string | null = objectIdentity(),
): Promise<Built> {
  const { actions } = localCache(space.path(`cache-${count++}`), nodeHost);
  const objects = identity === null ? {} : { objectIdentity: identity };
  const builder = new PartsBuilder(nodeHost, { actions, identity: '', ...objects });
  const built = await builder.build('main.ts', options, 'commonjs');
  builder.close();
  const node = built?.files?.get('main.node');
  if (!built || !node) throw new Error(JSON.stringify(built?.diagnostics));
  const path = space.path(`app/${count}.node`);
  writeFileSync(path, node);
  const module = createRequire(path)(path) as { main(): unknown };
  return {
    compiled: built.compiled.map((name) => basename(name)).sort(),
    used: Object.fromEntries(built.packaged),
    unused: built.packagedUnused,
    result: module.main(),
  };
}

test('they are used, those with C too', async () => {
  await install();
  expect(await build()).toEqual({
    compiled: ['main.ts'],
    used: { '@s/lib': 3 },
    unused: [],
    result: RESULT,
  });
});

test('a module that has been changed is compiled, the others are not', async () => {
  const lib = await install();
  write(lib, { 'src/half.ts': PACKAGE['src/half.ts'].replace('x / 2', 'x') });
  expect(await build()).toEqual({
    compiled: ['half.ts', 'main.ts'],
    used: { '@s/lib': 2 },
    unused: ['@s/lib'],
    result: 3 + 107 + 3,
  });
});

test('a declaration that has been changed concerns its users', async () => {
  const lib = await install();
  const text = PACKAGE['src/half.ts'].replace('(x: f64)', '(x: f64, y: f64 = 0)');
  write(lib, { 'src/half.ts': text });
  expect((await build()).compiled).toEqual(['half.ts', 'index.ts', 'main.ts']);
});

test('C that has been changed', async () => {
  const lib = await install();
  write(lib, { 'src/c/three.c': 'int three(void) { return 30; }\n' });
  const { compiled, result } = await build();
  expect([compiled, result]).toEqual([['main.ts', 'three.ts'], RESULT + 27]);
});

test.each<[string, BuildOptions, string | null]>([
  ['another compiler', WATCH, 'another'],
  ['debug information, which names the folder', DEBUG, objectIdentity()],
  ['a build that looks at no objects', WATCH, null],
])('compiled from source: %s', async (_what, options, identity) => {
  await install();
  const { compiled, used, result } = await build(options, identity);
  expect([compiled, used, result]).toEqual([[...MODULES, 'main.ts'].sort(), {}, RESULT]);
});

test('compiled from source: the package lies elsewhere', async () => {
  await install();
  process.chdir(space.folder);
  write(space.folder, {
    'main.ts': MAIN.replace('@s/lib', './app/node_modules/@s/lib/src/index.ts'),
  });
  expect((await build()).compiled).toEqual([...MODULES, 'main.ts'].sort());
});

test('damaged and missing objects are none', async () => {
  const lib = await install();
  const folder = join(lib, 'prebuilds/objects/cas');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => /^..\/./.test(name))) write(folder, { [file]: 'x' });
  expect(await build()).toMatchObject({ compiled: [...MODULES, 'main.ts'].sort(), result: RESULT });
  rmSync(folder, { recursive: true });
  expect(await build()).toMatchObject({ unused: ['@s/lib'], result: RESULT });
});

test('nothing of the machine that made them is in them', async () => {
  const { files } = await (made ??= objectsOf(PACKAGE));
  expect(files.size).toBeGreaterThan(5);
  for (const bytes of files.values()) expect(Buffer.from(bytes).includes('/mixmod-')).toBe(false);
});

test('a package that has to be compiled as a whole has none, and says why', async () => {
  const { files, reason } = await objectsOf({
    ...PACKAGE,
    'src/index.ts': `${HEAD}import { space, type JSValue } from 'mixmod';
export function text(value: JSValue): string { return space.text(value); }
`,
  });
  expect(files.size).toBe(0);
  expect(reason).toBe('it handles values of JavaScript outside of the entry module');
});
