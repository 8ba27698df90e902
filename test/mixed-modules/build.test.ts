// `mixmod build FOLDER`: what is written runs and type-checks without mixmod and without the sources; what is wrong with a
// folder is reported with its place, and nothing is written then.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REPOSITORY } from '../harness/source-snapshot.ts';
import { ADD, ANY, Workspace } from '../cli/command.ts';

const MANIFEST = "import { mixedModule } from 'mixmod';\n";

describe('what is built', () => {
  const space = new Workspace({
    'm/index.ts': `${MANIFEST}import * as interp from './interp_m.ts';
import { Box, delete_all } from './app/box.ts';
import inner from './inner/index.ts';
export default mixedModule({ name: 'm', interpleveldefs: { sum: interp.add },
  appleveldefs: { Box, delete: delete_all }, submodules: { inner }, startup: () => console.log('startup') });
`,
    'm/interp_m.ts': ADD,
    'm/app/box.ts': `import { add } from '../interp_m.ts';
import type { Options } from './options.ts';
export class Box<T> { constructor(readonly value: T, readonly options: Options = {}) {} size(): number { return add(1, 2); } }
export function delete_all(): string { return 'deleted'; }
`
      .replace(
        'readonly value: T, readonly options: Options = {}',
        'value: T, options: Options = {}',
      )
      .replace(
        '{}) {}',
        '{}) { this.value = value; this.options = options; } readonly value: T; readonly options: Options;',
      ),
    'm/app/options.ts': 'export interface Options { readonly name?: string }\n',
    'm/inner/index.ts': `${MANIFEST}import * as app from './app.ts';
export default mixedModule({ name: 'm/inner', appleveldefs: app, startup: () => console.log('inner startup') });
`,
    'm/inner/app.ts': "export const where = 'inner';\nexport type Where = typeof where;\n",
    'other/package.json': '{ "name": "mine" }\n',
  });
  const elsewhere = mkdtempSync(join(tmpdir(), 'mixmod-built-'));
  afterAll(() => {
    space.remove();
    rmSync(elsewhere, { recursive: true });
  });
  beforeAll(() => {
    expect(space.mixmod(['build', 'm'])).toEqual({ status: 0, stdout: '', stderr: '' });
    cpSync(space.path('build/m'), join(elsewhere, 'm'), { recursive: true });
    rmSync(space.path('build'), { recursive: true });
  });
  const node = (name: string, program: string): string => {
    const path = join(elsewhere, name);
    writeFileSync(path, program);
    const { stdout, stderr } = spawnSync(process.execPath, [path], { encoding: 'utf8' });
    return stdout + stderr;
  };

  test('named imports are the first use', () => {
    const program = `import m, { sum, Box, inner, delete as remove } from './m/index.js';
console.log(sum(1, 2), new Box('x').size(), remove(), m.sum === sum, inner.where);`;
    expect(node('named.mjs', program)).toBe('startup\ninner startup\n3 3 deleted true inner\n');
  });

  test('the module object alone waits', () => {
    const program = `import m from './m/manifest.js';
console.log('imported', Object.keys(m).join());
console.log(m.sum(1, 2));`;
    expect(node('waits.mjs', program)).toBe('imported sum,Box,delete,inner\nstartup\n3\n');
  });

  test('a submodule can be imported by itself', () => {
    const program = "import { where } from './m/inner/index.js';\nconsole.log(where);";
    expect(node('inner.mjs', program)).toBe('inner startup\ninner\n');
  });

  test('require, where Node can', () => {
    const program = `const able = process.features.require_module;
console.log(able ? require('./m').sum(1, 2) : 3);`;
    expect(node('required.cjs', program)).toMatch(/3\n$/);
  });

  test('its declarations hold in a program without mixmod', () => {
    writeFileSync(
      join(elsewhere, 'use.mts'),
      `import m, { Box, sum, inner } from './m/index.js';
import type { Where } from './m/inner/index.js';
const box: Box<string> = new m.Box('x', { name: 'n' });
const size: number = box.size() + sum(1, 2) + m.sum(1, 2);
const where: Where = inner.where;
// @ts-expect-error a number is wanted
sum('x', 1);
// @ts-expect-error there is no such name
m.nothing;
export { size, where };
`,
    );
    const tsc = join(REPOSITORY, 'node_modules/typescript/bin/tsc');
    const args = ['--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext'];
    const { stdout } = spawnSync(process.execPath, [tsc, ...args, join(elsewhere, 'use.mts')], {
      cwd: elsewhere,
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
  });

  test("another package's package.json stays", () => {
    const { status, stderr } = space.mixmod(['build', 'm', '--out', 'other']);
    expect([status, space.list('other')]).toEqual([1, ['package.json']]);
    expect(stderr).toMatch(/RTS3004.*package\.json: it is the file of another package/);
    expect(readFileSync(space.path('other/package.json'), 'utf8')).toBe('{ "name": "mine" }\n');
  });

  test('from its sources it does the same, by the path of the folder too', () => {
    writeFileSync(space.path('app.ts'), "import m from './m';\nconsole.log(m.sum(1, 2));\n");
    expect(space.mixmod(['run', 'app.ts'])).toEqual({
      status: 0,
      stdout: 'startup\n3\n',
      stderr: '',
    });
  });
});

describe('errors', () => {
  const space = new Workspace({});
  afterAll(() => space.remove());

  const define = (parts: string): string => `export default mixedModule({ name: 'm'${parts} });\n`;
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
    ['no manifest', { 'a.ts': '' }, /error RTS3201: none\/index\.ts is no manifest/],
    ['an index.ts of another kind', { 'index.ts': 'export default 1;\n' }, /RTS3201/],
    [
      'a mixedModule of the file itself',
      {
        'index.ts':
          "const mixedModule = (x: object) => x;\nexport default mixedModule({ name: 'm' });\n",
      },
      /RTS3201/,
    ],
    [
      'a computed name',
      { 'index.ts': `${MANIFEST}const name = 'm';\nexport default mixedModule({ name });\n` },
      /index\.ts:3:\d+ - error RTS3202: the manifest has name where a string/,
    ],
    [
      'a computed value',
      { 'index.ts': MANIFEST + define(', appleveldefs: { x: 1 + 1 }') },
      /RTS3202: the manifest has x: 1 \+ 1 where an imported name/,
    ],
    [
      'a spread',
      {
        'index.ts': `${MANIFEST}import * as a from './a.ts';\n${define(', appleveldefs: { ...a }')}`,
        'a.ts': 'export const x = 1;\n',
      },
      /RTS3202: the manifest has \.\.\.a/,
    ],
    [
      'app level in interpleveldefs',
      {
        'index.ts': `${MANIFEST}import * as a from './a.ts';\n${define(', interpleveldefs: a')}`,
        'a.ts': 'export const x = 1;\n',
      },
      /index\.ts:3:\d+ - error RTS3203: interpleveldefs has a of \S*a\.ts, which is plain TypeScript/,
    ],
    [
      'interp level in appleveldefs',
      {
        'index.ts': `${MANIFEST}import { add } from './a.ts';\n${define(', appleveldefs: { add }')}`,
        'a.ts': ADD,
      },
      /RTS3203: appleveldefs has add of \S*a\.ts, which is RTypeScript/,
    ],
    [
      'a name in both levels',
      {
        'index.ts': `${MANIFEST}import * as a from './a.ts';\nimport * as b from './b.ts';\n${define(', interpleveldefs: a, appleveldefs: b')}`,
        'a.ts': ADD,
        'b.ts': 'export const add = 1;\n',
      },
      /RTS3204: the name 'add' is in interpleveldefs and in appleveldefs/,
    ],
    [
      'two modules of one name',
      {
        'index.ts': `${MANIFEST}import s from './s/index.ts';\n${define(', submodules: { s }')}`,
        's/index.ts': MANIFEST + define(''),
      },
      /RTS3204: the name 'm' is in index\.ts and in s\/index\.ts/,
    ],
    [
      'submodules in a circle',
      {
        'index.ts': `${MANIFEST}import s from './s/index.ts';\n${define(', submodules: { s }')}`,
        's/index.ts': `${MANIFEST}import m from '../index.ts';\nexport default mixedModule({ name: 's', submodules: { m } });\n`,
      },
      /RTS3206: the manifests import each other in a circle: index\.ts → s\/index\.ts → index\.ts/,
    ],
    [
      'a file outside',
      {
        'index.ts': `${MANIFEST}import { x } from '../outside.ts';\n${define(', appleveldefs: { x }')}`,
        '../outside.ts': 'export const x = 1;\n',
      },
      /RTS3205: the import '\.\.\/outside\.ts' leads out of the folder/,
    ],
    [
      "values of 'mixmod' at the app level",
      {
        'index.ts': `${MANIFEST}import { x } from './a.ts';\n${define(', appleveldefs: { x }')}`,
        'a.ts': "import { u32 } from 'mixmod';\nexport const x = u32(1);\n",
      },
      /a\.ts:1:21 - error RTS3205: the import 'mixmod' gives plain TypeScript/,
    ],
    [
      'an error of TypeScript at the app level',
      {
        'index.ts': `${MANIFEST}import { x } from './a.ts';\n${define(', appleveldefs: { x }')}`,
        'a.ts': "export const x: number = 'text';\n",
      },
      /a\.ts:1:14 - error RTS1001: TypeScript: Type 'string' is not assignable/,
    ],
    [
      'a name that a file does not export',
      {
        'index.ts': `${MANIFEST}import * as a from './a.ts';\n${define(', appleveldefs: { y: a.y }')}`,
        'a.ts': 'export const x = 1;\n',
      },
      /error RTS1001: TypeScript: Property 'y' does not exist/,
    ],
    [
      'an error of the interp level',
      {
        'index.ts': `${MANIFEST}import * as a from './a.ts';\n${define(', interpleveldefs: a')}`,
        'a.ts': ANY,
      },
      /a\.ts:2:22 - error RTS1002/,
    ],
  ];

  test.each(cases)('%s', (name, files, expected) => {
    const folder = name === 'no manifest' ? 'none' : name.replaceAll(/\W+/g, '-');
    const inner = new Workspace(
      Object.fromEntries(Object.entries(files).map(([path, text]) => [join(folder, path), text])),
    );
    const { status, stdout, stderr } = inner.mixmod(['build', folder]);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(expected);
    expect(inner.list('build')).toBeUndefined();
    inner.remove();
  });

  test('a builtin module that does not exist: those that do are listed', () => {
    writeFileSync(space.path('unknown.ts'), "import 'mixmod:nothing';\n");
    const { status, stderr } = space.mixmod(['run', 'unknown.ts']);
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^there is no builtin mixed module 'mixmod:nothing'; there are .*mixmod:ctypes.*\n$/,
    );
  });
});
