// What an installation without LLVM, a linker and a C compiler can do, and what it says of the rest.
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installMixmod, PACKING_TIME } from '../harness/packed-package.ts';
import { ADD, ANY, Workspace, type Outcome } from './command.ts';

const space = new Workspace({
  'add.ts': ADD,
  'any.ts': ANY,
  'main.ts': "import { add } from './add.ts';\nconsole.log(add(20, 22));\n",
  'level.ts': `'use mixmod';
import { i32, rffi, rffi_platform } from 'mixmod';
const info = rffi.ExternalCompilationInfo({ includes: ['zlib.h'] });
const answers = rffi_platform.configure({
  _compilation_info_: info,
  BEST: rffi_platform.ConstantInteger('Z_BEST_SPEED'),
});
export function level(): i32 { return answers.BEST; }
`,
});
let installed = '';
let binding = '';

beforeAll(() => {
  installed = installMixmod(space.folder);
  binding = join(installed, 'dist/llvm-bindings', `${process.platform}-${process.arch}.node`);
  rmSync(binding);
}, PACKING_TIME);
afterAll(() => space.remove());

const TOOLS = ['OPT', 'LLC', 'LD', 'LLD', 'CC', 'SYMBOLIZER'];

function mixmod(...args: readonly string[]): Outcome {
  const nowhere = TOOLS.map((tool) => [`MIXMOD_${tool}`, `/nowhere/${tool.toLowerCase()}`]);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(installed, 'dist/command/main.js'), ...args],
    {
      cwd: space.folder,
      encoding: 'utf8',
      env: { NO_COLOR: '1', PATH: '/nowhere', HOME: space.folder, ...Object.fromEntries(nowhere) },
    },
  );
  return { status, stdout, stderr };
}

test('check', () => {
  expect(mixmod('check', 'add.ts')).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(mixmod('check', 'any.ts').stderr).toMatch(/^any\.ts:2:22 - error RTS1002/);
});

test('check --emit writes the stages before LLVM', () => {
  const kinds = 'interface,dts,checked,flow,low,optimized,js,report';
  const outcome = mixmod('check', 'add.ts', `--emit=${kinds}`, '--out', 'stages');
  expect(outcome).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(space.list('stages')).toHaveLength(kinds.split(',').length);
  expect(space.text('stages/add.d.ts')).toContain(
    'export declare function add(a: number, b: number): number;',
  );
  expect(space.text('stages/add.interface.ts')).toContain(
    'export function add(a: i32, b: i32): i32',
  );
});

test('check --emit of a wrong program writes nothing', () => {
  expect(mixmod('check', 'add.ts', 'any.ts', '--emit=dts', '--out', 'wrong').status).toBe(1);
  expect(space.list('wrong')).toBeUndefined();
});

test('check --emit refuses what LLVM makes, and a place that is a file', () => {
  const { status, stderr } = mixmod('check', 'add.ts', '--emit=ll');
  expect(status).toBe(2);
  expect(stderr).toContain('"ll" is none of checked, flow,');
  const blocked = mixmod('check', 'add.ts', '--emit=dts', '--out', 'any.ts');
  expect([blocked.status, blocked.stderr]).toEqual([1, expect.stringContaining('RTS3004')]);
});

test('what asks the C compiler says that it is missing, and where it was needed', () => {
  const { status, stderr } = mixmod('check', 'level.ts');
  expect(status).toBe(3);
  expect(stderr).toMatch(/^level\.ts:4:17 - error RTS4001: cc \(.*MIXMOD_CC is \/nowhere\/cc\)/);
  expect(stderr).toContain('apt-get install gcc libc6-dev');
});

test('explain, and running as JavaScript', () => {
  expect(mixmod('explain', 'RTS1002').stdout).toMatch(/^# RTS1002/);
  expect(mixmod('run', '--untranslated', 'main.ts')).toEqual({
    status: 0,
    stdout: '42\n',
    stderr: '',
  });
});

test('doctor names what is missing', () => {
  const { status, stdout } = mixmod('doctor');
  expect(status).toBe(3);
  for (const tool of ['opt', 'llc', 'ld', 'llvm-bindings'])
    expect(stdout).toMatch(new RegExp(`^missing {2}${tool} .*install: \\S`, 'm'));
});

const MISSING =
  /error RTS4001: each of LLVM \(.*\), opt \(.*\), llc \(.*\) and ld \(.*\) was not found[^]*Install it: apt-get install llvm-14 binutils; make setup \(in a checkout\) or npm install llvm-bindings /;

test.each([
  ['build', 'add.ts', '--out', 'out'],
  ['build', 'add.ts', '--out', 'out', '--debug'],
  ['build', 'add.ts', '--out', 'out', '--emit=dts,ll'],
])('%s %s %s %s %s: one message says what to install', (...args) => {
  const { status, stdout, stderr } = mixmod(...args.filter((arg) => arg !== undefined));
  expect([status, stdout]).toEqual([3, '']);
  expect(stderr).toMatch(MISSING);
  expect(stderr.match(/error RTS/g)).toHaveLength(1);
  expect(space.list('out')).toBeUndefined();
});

test('run compiles, so it says the same', () => {
  const { status, stderr } = mixmod('run', 'main.ts');
  expect(status).not.toBe(0);
  expect(stderr).toMatch(MISSING);
});

test('a binding that does not load says why', () => {
  writeFileSync(binding, 'not a library');
  const { stderr } = mixmod('build', 'add.ts', '--out', 'out');
  rmSync(binding);
  expect(stderr).toMatch(/each of LLVM \(.*linux.*\.node: (?:file too short|invalid ELF header)\)/);
});
