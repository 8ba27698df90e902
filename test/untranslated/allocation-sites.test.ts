// Messages about raw memory name the program's line, where the package is bundled (dist/command/) and wherever it is installed.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { REPOSITORY } from '../harness/source-snapshot.ts';

const folder = mkdtempSync(join(tmpdir(), 'mixmod-sites-'));
afterAll(() => rmSync(folder, { recursive: true }));

const PROGRAM = `'use mixmod';
import { lltype, rffi } from 'mixmod';
const INTS = rffi.CArray(rffi.INT);
const kept = lltype.malloc(INTS, 7, { flavor: 'raw', zero: true });
function twice(): void {
  const a = lltype.malloc(INTS, 2, { flavor: 'raw' });
  lltype.free(a, { flavor: 'raw' });
  lltype.free(a, { flavor: 'raw' });
}
try {
  twice();
} catch (error) {
  console.log(kept[0], String(error));
}
`;

/** What of the package is read when a program runs, in a folder whose name URLs do not spell as it is. */
function installed(): string {
  const target = join(folder, 'a place (1) für 100%');
  const parts = ['command', 'runtime', 'modules'].map((name) => `dist/${name}`);
  for (const path of [...parts, 'runtime', 'compiler/check/lib', 'package.json'])
    cpSync(join(REPOSITORY, path), join(target, path), { recursive: true });
  symlinkSync(join(REPOSITORY, 'node_modules'), join(target, 'node_modules'));
  return target;
}

test.each([
  ['where it was built', (): string => REPOSITORY],
  ['in a folder with blanks', installed],
])('the bundled command names the places %s', (_where, place) => {
  const root = place();
  // With its blanks, too.
  const program = join(root === REPOSITORY ? folder : root, 'program.ts');
  writeFileSync(program, PROGRAM);
  const command = [join(root, 'dist/command/main.js'), 'run', '--untranslated', program];
  const { stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  expect(stdout).toBe(`0 Error: double free of Array(INT)
  allocated at ${program}:6:13
  freed at ${program}:7:3
`);
  expect(stderr).toBe(`mixmod: 1 allocation was never freed:
  Array(INT) of 28 bytes, allocated at ${program}:4:14
`);
});
