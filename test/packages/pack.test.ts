// `mixmod pack`: several modules, C, packages that import packages; and what it refuses, with nothing written.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { TARGET_NAMES, TARGETS } from '../../compiler/target/targets.ts';
import type { Outcome } from '../cli/command.ts';
import { NpmProject } from './project.ts';

let space = new NpmProject({});
const spaces = [space];
afterEach(() => {
  space = new NpmProject({});
  spaces.push(space);
});
afterAll(() => spaces.forEach((one) => one.remove()));

const target = `${process.platform}-${process.arch}`;

function write(files: Readonly<Record<string, string | object>>): void {
  for (const [name, data] of Object.entries(files)) {
    const path = space.path(name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof data === 'string' ? data : JSON.stringify(data));
  }
}

const ONE = `'use mixmod';
import { i32 } from 'mixmod';
export function one(): i32 { return 1; }
`;
const EXPORTS = { '.': { mixmod: './src/index.ts', default: './dist/index.cjs' } };
const manifest = (fields: object = {}): object => ({
  name: 'p',
  version: '1.2.3',
  files: ['src', 'dist', 'prebuilds'],
  exports: EXPORTS,
  ...fields,
});

test('modules at several subpaths, C sources, RTypeScript of another package', () => {
  write({
    'a/package.json': manifest({
      name: '@s/a',
      files: ['src', 'dist', 'prebuilds'],
      exports: {
        '.': {
          mixmod: './src/index.ts',
          types: './dist/index.d.ts',
          import: './dist/esm/index.mjs',
          require: './dist/index.cjs',
        },
        './deep/tools': { mixmod: './src/index.ts', require: './dist/tools.cjs' },
      },
      dependencies: { b: '1.0.0' },
    }),
    'a/src/c/three.c': 'int three(void) { return 3; }\n',
    'a/src/index.ts': `'use mixmod';
import { i32, rffi } from 'mixmod';
import { two } from 'b';
const compilation_info = rffi.ExternalCompilationInfo({ separate_module_files: ['c/three.c'] });
const three = rffi.llexternal('three', [], rffi.INT, { compilation_info });
export function five(): i32 { return i32(three()) + two(); }
`,
    'a/node_modules/b/package.json': manifest({ name: 'b' }),
    'a/node_modules/b/src/index.ts': ONE.replace('one(): i32 { return 1', 'two(): i32 { return 2'),
  });
  const { status, stdout, stderr } = space.mixmod(['pack', 'a']);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(new RegExp(`^a/prebuilds/${target}/index.node +\\d+ bytes\n`));
  space.expectRun('a', 'npm', 'pack');
  const files = space.expectRun('a', 'tar', 'tzf', 's-a-1.2.3.tgz');
  expect(files).toContain('package/src/c/three.c');
  expect(files).toContain(`package/prebuilds/${target}/deep-tools.node`);
  mkdirSync(space.path('use/node_modules/@s/a'), { recursive: true });
  space.expectRun(
    'a',
    'tar',
    'xzf',
    's-a-1.2.3.tgz',
    '-C',
    space.path('use/node_modules/@s/a'),
    '--strip-components=1',
  );
  write({
    'use/main.mjs': "import { five } from '@s/a';\nconsole.log(five());\n",
    'use/main.cjs': "console.log(require('@s/a').five(), require('@s/a/deep/tools').five());\n",
  });
  expect(space.expectRun('use', process.execPath, 'main.mjs')).toBe('5\n');
  expect(space.expectRun('use', process.execPath, 'main.cjs')).toBe('5 5\n');
});

/** One message, no stack, nothing written. */
function expectRefusal({ status, stdout, stderr }: Outcome, code: number, message: string): void {
  expect([status, stdout]).toEqual([code, '']);
  expect(stderr).toContain(message);
  expect(stderr).not.toMatch(/^\s+at |internal error/m);
  expect(space.list('prebuilds')).toBeUndefined();
  expect(space.list('dist')).toBeUndefined();
}

test('no package at all', () => {
  expectRefusal(space.mixmod(['pack']), 1, 'there is no package.json in');
});

test('an error of the program', () => {
  write({ 'package.json': manifest(), 'src/index.ts': ONE.replace('i32 {', 'any {') });
  const { status, stderr } = space.mixmod(['pack']);
  expect([status, stderr]).toEqual([
    1,
    expect.stringContaining('src/index.ts:3:24 - error RTS1002'),
  ]);
  expect(space.list('prebuilds')).toBeUndefined();
});

test('sources that who installs it does not have', () => {
  write({
    'in/package.json': manifest(),
    'in/src/index.ts': `'use mixmod';
import { i32 } from 'mixmod';
import { one } from 'b';
import { one as other } from '../../outside.ts';
export function two(): i32 { return one() + other(); }
`,
    'in/node_modules/b/package.json': manifest({ name: 'b' }),
    'in/node_modules/b/src/index.ts': ONE,
    'outside.ts': ONE,
  });
  const outcome = space.mixmod(['pack', 'in']);
  expectRefusal(outcome, 1, 'imports b: it has to be in "dependencies"');
  expect(outcome.stderr).toMatch(/imports \S+outside\.ts, which is outside of it/);
});

test('a tarball that would lack files', () => {
  write({ 'package.json': manifest({ files: ['dist', 'prebuilds'] }), 'src/index.ts': ONE });
  const { status, stderr } = space.mixmod(['pack']);
  expect(status).toBe(1);
  expect(stderr).toMatch(/the tarball would lack src\/index\.ts: name them in "files" of /);
});

test('targets: unknown ones are wrong use, builds of other targets are removed', () => {
  write({
    'package.json': manifest(),
    'src/index.ts': ONE,
    'prebuilds/linux-x64-musl/index.node': 'old',
  });
  const wrong = space.mixmod(['pack', '--target', 'linux-x64,windows']);
  expect([wrong.status, wrong.stderr]).toEqual([
    2,
    expect.stringContaining('"windows" is none of linux-x64,'),
  ]);
  expect(space.mixmod(['pack', '--target', target]).status).toBe(0);
  expect(space.list('prebuilds')).toEqual(
    ['index.cjs', 'index.interface.ts', target, 'load.cjs'].sort(),
  );
});

/** ELF's numbers (`e_machine`). */
const MACHINES = { x64: 62, arm64: 183 } as const;

test('builds for all targets, together and each as a package', () => {
  write({ 'package.json': manifest({ mixmod: { targets: TARGET_NAMES } }), 'src/index.ts': ONE });
  const machineOf = (file: string): number => readFileSync(space.path(file)).readUInt16LE(18);
  expect(space.mixmod(['pack'])).toMatchObject({ status: 0, stderr: '' });
  for (const name of TARGET_NAMES) {
    expect(machineOf(`prebuilds/${name}/index.node`)).toBe(MACHINES[TARGETS[name].architecture]);
    expect(space.text('prebuilds/index.cjs')).toContain(`() => require("./${name}/index.node")`);
  }
  write({ 'use.cjs': "console.log(require('./dist/index.cjs').one());\n" });
  expect(space.expectRun('.', process.execPath, 'use.cjs')).toBe('1\n');
  expect(space.mixmod(['pack', '--optional']).status).toBe(0);
  expect(space.list('prebuilds')).toEqual(['index.cjs', 'index.interface.ts', 'load.cjs']);
  for (const name of TARGET_NAMES) {
    expect(machineOf(`npm/${name}/index.node`)).toBe(MACHINES[TARGETS[name].architecture]);
    const { libc, cpu } = JSON.parse(space.text(`npm/${name}/package.json`)) as Record<
      string,
      unknown
    >;
    expect([cpu, libc]).toEqual([[TARGETS[name].architecture], [TARGETS[name].libc]]);
  }
});

test('objects: with the others, or why there are none', () => {
  write({ 'package.json': manifest({ mixmod: { objects: true } }), 'src/index.ts': ONE });
  const { status, stdout } = space.mixmod(['pack']);
  expect([status, stdout]).toEqual([0, expect.stringMatching(/^prebuilds\/objects +\d+ bytes$/m)]);
  expect(space.list('prebuilds/objects')).toEqual(['ac', 'cas']);
  write({ 'package.json': manifest() });
  expect(space.mixmod(['pack']).status).toBe(0);
  expect(space.list('prebuilds/objects')).toBeUndefined();
  write({
    'src/index.ts': `'use mixmod';
import { space, type JSValue } from 'mixmod';
export function text(value: JSValue): string { return space.text(value); }
`,
  });
  const { status: refused, stderr } = space.mixmod(['pack', '--objects']);
  expect([refused, stderr]).toEqual([
    1,
    'mixmod pack: there can be no objects of the package: it handles values of JavaScript outside of the entry module\n',
  ]);
});

test('a place that cannot be written', () => {
  write({ 'package.json': manifest(), 'src/index.ts': ONE, prebuilds: 'a file' });
  const { status, stderr } = space.mixmod(['pack']);
  expect([status, stderr]).toEqual([
    1,
    expect.stringMatching(/^mixmod pack: cannot write .*prebuilds.*: not a directory\n$/),
  ]);
  expect(space.list('dist')).toBeUndefined();
});
