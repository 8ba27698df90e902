// `mixmod build` that fails: the message, the exit code, and that nothing half-written is left.
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { ADD, ANY, Workspace, type Outcome } from './command.ts';

let space: Workspace;
beforeEach(() => {
  space = new Workspace({
    'add.ts': ADD,
    'any.ts': ANY,
    'syntax.ts': "'use mixmod';\nexport function f( { return 1 }\n",
    'folder/x.ts': ADD,
    'c.ts': `'use mixmod';
import { i32, rffi } from 'mixmod';
const compilation_info = rffi.ExternalCompilationInfo({ libraries: ['there-is-no-such-library'] });
const c_abs = rffi.llexternal('abs', [rffi.INT], rffi.INT, { compilation_info });
export function f(x: i32): i32 { return c_abs(x); }
`,
  });
});
afterEach(() => space.remove());
afterAll(() => space.remove());

/** Without a stack of ours. */
function expectReport({ status, stdout, stderr }: Outcome, code: number, message: string): void {
  expect([status, stdout]).toEqual([code, '']);
  expect(stderr).toContain(message);
  expect(stderr).not.toMatch(/^\s+at |internal error/m);
}

test.each([
  ['missing.ts', 'error RTS3001: cannot read missing.ts'],
  ['folder', 'error RTS3201: folder/index.ts is no manifest'],
  ['syntax.ts', 'syntax.ts:2:29 - error RTS1001: TypeScript:'],
  ['any.ts', 'any.ts:2:22 - error RTS1002'],
  ['c.ts', 'error RTS4002: the linker failed in the step `link`'],
])('%s', (name, message) => {
  expectReport(space.mixmod(['build', name, '--out', 'out']), 1, message);
  expect(space.list('out')).toBeUndefined();
});

test('--json has the diagnostics', () => {
  const { status, stdout, stderr } = space.mixmod(['build', 'any.ts', '--json']);
  expect([status, stderr]).toEqual([1, '']);
  expect(JSON.parse(stdout)).toMatchObject({
    outcome: 'failed',
    files: {},
    diagnostics: [{ code: 'RTS1002', line: 2 }],
  });
});

test('--emit after an error writes nothing', () => {
  expect(space.mixmod(['build', 'any.ts', '--out', 'out', '--emit=checked,ll']).status).toBe(1);
  expect(space.list('out')).toBeUndefined();
});

test('the outputs of the last good build stay', () => {
  expect(space.mixmod(['build', 'add.ts', '--out', 'out']).status).toBe(0);
  const before = readFileSync(space.path('out/add.node'));
  writeFileSync(space.path('add.ts'), ANY);
  expect(space.mixmod(['build', 'add.ts', '--out', 'out']).status).toBe(1);
  expect(space.list('out')).toEqual(['add.d.ts', 'add.js', 'add.node']);
  expect(readFileSync(space.path('out/add.node')).equals(before)).toBe(true);
});

// ---- files that cannot be written ----

test('the output folder is a file', () => {
  writeFileSync(space.path('out'), '');
  const message = `error RTS3004: cannot write ${space.path('out')}: it is a file`;
  expectReport(space.mixmod(['build', 'add.ts', '--out', 'out']), 1, message);
});

test('the output folder lies below a file', () => {
  writeFileSync(space.path('file'), '');
  const message = `error RTS3004: cannot write ${space.path('file/out')}: not a directory`;
  expectReport(space.mixmod(['build', 'add.ts', '--out', 'file/out']), 1, message);
});

test('a folder stands where an output belongs: no output is replaced', () => {
  mkdirSync(space.path('out/add.d.ts'), { recursive: true });
  writeFileSync(space.path('out/add.node'), 'old');
  const message = `error RTS3004: cannot write ${space.path('out/add.d.ts')}: it is a folder`;
  expectReport(space.mixmod(['build', 'add.ts', '--out', 'out']), 1, message);
  expect(space.list('out')).toEqual(['add.d.ts', 'add.node']);
  expect(readFileSync(space.path('out/add.node'), 'utf8')).toBe('old');
});

test('the output folder is read-only', () => {
  mkdirSync(space.path('out'));
  chmodSync(space.path('out'), 0o555);
  const outcome = space.mixmod(['build', 'add.ts', '--out', 'out'], { powerless: true });
  const message = `error RTS3004: cannot write ${space.path('out/add.node')}: permission denied`;
  expectReport(outcome, 1, message);
  expect(space.list('out')).toEqual([]);
});

test('a stage cannot be written', () => {
  mkdirSync(space.path('out/add.ll'), { recursive: true });
  const outcome = space.mixmod(['build', 'add.ts', '--out', 'out', '--emit=flow,ll']);
  expectReport(
    outcome,
    1,
    `error RTS3004: cannot write ${space.path('out/add.ll')}: it is a folder`,
  );
  expect(space.list('out')).toEqual(['add.d.ts', 'add.js', 'add.ll', 'add.node']);
});

test('there is no folder for temporary files', () => {
  const outcome = space.mixmod(['build', 'add.ts'], { environment: { TMPDIR: '/nowhere' } });
  expectReport(outcome, 1, 'error RTS3004: cannot write /nowhere: no such file or directory');
});

// ---- tools ----

test('a tool that its variable names is not there', () => {
  const environment = { MIXMOD_OPT: '/nowhere/opt' };
  const outcome = space.mixmod(['build', 'add.ts', '--out', 'out'], { environment });
  expectReport(outcome, 3, "opt (LLVM's optimiser; MIXMOD_OPT is /nowhere/opt) was not found");
  expect(outcome.stderr).toContain('apt-get install llvm-14');
  expect(space.list('out')).toBeUndefined();
});

test('nothing is in PATH', () => {
  const outcome = space.mixmod(['build', 'add.ts', '--out', 'out'], {
    environment: { PATH: '/nowhere' },
  });
  expectReport(outcome, 3, 'error RTS4001: ld (the linker) was not found');
  expect(outcome.stderr).toContain('apt-get install binutils');
});

test("LLVM's tools are found without PATH where Debian puts them", () => {
  mkdirSync(space.path('bin'));
  const environment = { PATH: space.path('bin'), MIXMOD_LD: '/usr/bin/ld' };
  expect(space.mixmod(['build', 'add.ts', '--out', 'out'], { environment }).status).toBe(0);
});

test('a tool fails', () => {
  const environment = { MIXMOD_LLC: '/bin/false' };
  const outcome = space.mixmod(['build', 'add.ts', '--out', 'out'], { environment });
  expectReport(outcome, 1, "error RTS4002: LLVM's code generator failed in the step `llc`");
  expect(space.list('out')).toBeUndefined();
});

test('a linker that does nothing', () => {
  const environment = { MIXMOD_LD: '/bin/true' };
  const outcome = space.mixmod(['build', 'add.ts', '--out', 'out'], { environment });
  expectReport(
    outcome,
    1,
    'error RTS4002: the linker failed in the step `link`: it wrote no module',
  );
});
