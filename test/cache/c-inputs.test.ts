// A change in the C that a program brings makes another build of it: headers that headers include, C files, and headers
// that are only asked about.
import { createRequire } from 'node:module';
import { copyFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Workspace } from '../cli/command.ts';

const require = createRequire(import.meta.url);
const FILES = {
  'a.ts': `'use mixmod';
import { i32, rffi, rffi_platform } from 'mixmod';
const info = rffi.ExternalCompilationInfo({ includes: ['./outer.h'], separate_module_files: ['three.c'] });
const c = rffi_platform.configure({
  _compilation_info_: rffi.ExternalCompilationInfo({ includes: ['./asked.h'] }),
  ASKED: rffi_platform.ConstantInteger('ASKED'),
});
const three = rffi.llexternal('three', [], rffi.INT, { compilation_info: info });
export function all(): i32 { return i32(three() * 100 + c.ASKED); }
`,
  'outer.h': '#include "inner.h"\nint three(void);\n',
  'inner.h': '#define THREE 3\n',
  'three.c': '#include "inner.h"\nint three(void) { return THREE; }\n',
  'asked.h': '#include "asked-inner.h"\n',
  'asked-inner.h': '#define ASKED 5\n',
};

let space: Workspace;
let runs = 0;
beforeEach(() => {
  space = new Workspace(FILES);
});
afterEach(() => space.remove());

/** What the build did, and what the module that it made gives. */
function build(): readonly [outcome: string, value: number] {
  const { stdout, stderr } = space.mixmod(['build', 'a.ts', '--out', 'out', '--json']);
  expect(stderr).toBe('');
  // A process never loads a module twice.
  const copy = space.path(`out/${runs++}.node`);
  copyFileSync(space.path('out/a.node'), copy);
  const { outcome } = JSON.parse(stdout) as { outcome: string };
  return [outcome, (require(copy) as { all(): number }).all()];
}

const edit = (name: string, text: string): void => writeFileSync(space.path(name), text);

test('each change is a build', () => {
  expect(build()).toEqual(['compiled', 305]);
  expect(build()).toEqual(['unchanged', 305]);
  edit('inner.h', '#define THREE 4\n');
  expect(build()).toEqual(['compiled', 405]);
  edit('three.c', '#include "inner.h"\nint three(void) { return THREE + 4; }\n');
  expect(build()).toEqual(['compiled', 805]);
  edit('asked-inner.h', '#define ASKED 6\n');
  expect(build()).toEqual(['compiled', 806]);
  edit('inner.h', FILES['inner.h']);
  expect(build()).toEqual(['compiled', 706]);
  expect(build()).toEqual(['unchanged', 706]);
});
