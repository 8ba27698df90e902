// What programs write with `console` is what Node writes for the same JavaScript, in order with the host's own lines.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, expect, test } from 'vitest';
import { sourceSnapshot } from '../harness/source-snapshot.ts';
import { Workspace } from './command.ts';

const PROGRAM = `'use mixmod';
import type { i64 } from 'mixmod';
export function f(name: string, x: number, n: i64, b: boolean, m: string | null, u: number | undefined): void {
  console.log();
  console.log(name, x, n, b, m, u);
  console.log(x, -0, name);
  console.log('a%sb%db', name, x, n);
  console.log('%i %f %% %c', 12.7, '1.5x', b, 'more');
  console.log('%d %d %d %d %i %i %f %f', b, m, u, '0x10', b, n, n, '-0');
  console.log('%s');
  console.log('%s %x %', x);
  console.log(name);
  console.error('to stderr', m);
  console.log('ünïcode', '\\u{1f600}', '\\ud800', '%o');
  console.info('%o %O %o %j %j', name, x, u, m, name === '' ? 1 : -0);
  console.debug('%o|%o|%o|%o', "it's", "it's \\"a\\"", '\\n\\x01\\ud800', '\\\\\\u0085');
  console.warn(name + '%d', '1e3', m);
}
export function many(count: number): void {
  for (let i = 0; i < count; i++) console.log('ä'.repeat(i % 50000), i);
}
`;
const HOST = `import { f, many } from './program.ts';
for (const i of [0, 1]) {
  console.log('host', i);
  f(["name", 'p%%%s'][i], [-0, 1e21][i], -5n, i === 0, [null, 'x'][i], [undefined, 3][i]);
}
many(100);
console.log('host ends');
`;

const javascript = (text: string): string =>
  ts.transpileModule(text.replace('./program.ts', './program.mjs'), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  }).outputText;

const space = new Workspace({
  'program.ts': PROGRAM,
  'host.ts': HOST,
  'program.mjs': javascript(PROGRAM),
  'host.mjs': javascript(HOST),
});
afterAll(() => space.remove());

test.each([[[]], [['--untranslated']]])('run %j', (mode) => {
  const plain = spawnSync(process.execPath, ['host.mjs'], { cwd: space.folder, encoding: 'utf8' });
  expect(plain.status).toBe(0);
  const { status, stdout, stderr } = space.mixmod(['run', ...mode, 'host.ts']);
  expect({ status, stdout, stderr }).toEqual({
    status: 0,
    stdout: plain.stdout,
    stderr: plain.stderr,
  });
});

test('a reader that is slow gets everything', () => {
  const run = '"$1" "$2" run host.ts | (sleep 1; cat)';
  const main = join(sourceSnapshot(), 'dist/compiler/main.js');
  const slow = spawnSync('sh', ['-c', run, 'sh', process.execPath, main], {
    cwd: space.folder,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  const { stdout } = space.mixmod(['run', 'host.ts']);
  expect(slow.stdout).toBe(stdout);
});
