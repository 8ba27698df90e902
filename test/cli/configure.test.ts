// `mixmod configure`: the questions of a program, and this machine's answers.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { REPOSITORY } from '../harness/source-snapshot.ts';

const folder = mkdtempSync(join(tmpdir(), 'configure-'));
afterAll(() => rmSync(folder, { recursive: true }));

function configure(text: string, ...options: readonly string[]) {
  writeFileSync(join(folder, 'a.ts'), text);
  const main = join(REPOSITORY, 'dist/command/main.js');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [main, 'configure', 'a.ts', ...options],
    { encoding: 'utf8', cwd: folder },
  );
  return { status, stdout, stderr };
}

const program = (bits: string): string => `'use mixmod';
import { rffi, rffi_platform } from 'mixmod';
const info = rffi.ExternalCompilationInfo({
  post_include_bits: [${JSON.stringify(bits)}],
});
const c = rffi_platform.configure({
  _compilation_info_: info,
  POINT: rffi_platform.Struct('struct point', [['y', rffi.INT], ['flag', rffi.UINT]]),
  LIMIT: rffi_platform.ConstantInteger('LIMIT'),
  NONE: rffi_platform.DefinedConstantInteger('NOT_THERE'),
  NAME: rffi_platform.DefinedConstantString('NAME'),
  COLOURS: rffi_platform.Enum('enum colour'),
});
export const limit = (): number => c.LIMIT;
`;
const C =
  'struct point { char a; int y; unsigned flag : 3; }; enum colour { RED, BLUE = 7 }; #define LIMIT 300\n#define NAME "x\\"y"'.replace(
    '#define LIMIT',
    '\n#define LIMIT',
  );

test('as text', () => {
  expect(configure(program(C))).toEqual({
    status: 0,
    stderr: '',
    stdout: `Struct struct point: point, 12 bytes, aligned to 4
  y: INT at 4
  flag: UINT at 8, 3 bits
ConstantInteger LIMIT: 300
DefinedConstantInteger NOT_THERE: null
DefinedConstantString NAME: "x\\"y"
Enum enum colour: {"RED":0,"BLUE":7}
`,
  });
});

test('as JSON', () => {
  const { stdout } = configure(program(C), '--json');
  expect(JSON.parse(stdout)).toEqual([
    {
      kind: 'Struct',
      name: 'struct point',
      answer: {
        type: 'point',
        size: 12,
        align: 4,
        fields: [
          { name: 'c_y', type: 'INT', offset: 4 },
          { name: 'c_flag', type: 'UINT', offset: 8, bits: 3 },
        ],
      },
    },
    { kind: 'ConstantInteger', name: 'LIMIT', answer: 300 },
    { kind: 'DefinedConstantInteger', name: 'NOT_THERE', answer: null },
    { kind: 'DefinedConstantString', name: 'NAME', answer: 'x"y' },
    { kind: 'Enum', name: 'enum colour', answer: { RED: 0, BLUE: 7 } },
  ]);
});

test('what C does not have is an error at the question', () => {
  const { status, stderr } = configure(program(C.replace('y;', 'z;')));
  expect(status).toBe(1);
  expect(stderr).toContain('a.ts:8:10 - error RTS3101');
  expect(stderr).toContain("Struct of struct point: 'struct point' has no member named 'y'");
});

test('a missing C compiler is not the fault of the program', () => {
  vi.stubEnv('MIXMOD_CC', '/nonexistent');
  try {
    const { status, stderr } = configure(program('struct point { long y; unsigned flag : 3; };'));
    expect(status).toBe(3);
    expect(stderr).toContain('a.ts:6:11 - error RTS4001');
    expect(stderr).toMatch(/MIXMOD_CC is \/nonexistent.*was not found/);
  } finally {
    vi.unstubAllEnvs();
  }
});

test('a program that asks nothing', () => {
  const { status, stdout, stderr } = configure(`'use mixmod';\nexport const one = () => 1;\n`);
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  expect(stderr).toContain('asks nothing');
});

test('a file that is not there', () => {
  const main = join(REPOSITORY, 'dist/command/main.js');
  const { status, stderr } = spawnSync(process.execPath, [main, 'configure', 'none.ts'], {
    encoding: 'utf8',
    cwd: folder,
  });
  expect(status).toBe(1);
  expect(stderr).toContain('none.ts');
});

test.each([
  ['no JSON', 'x', 'not valid JSON'],
  ['an unknown list', '{"info":{"include":["a.h"]},"questions":[]}', 'has no option include'],
])('mixmod probe is given %s', (_, input, message) => {
  const main = join(REPOSITORY, 'dist/command/main.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'probe'], {
    encoding: 'utf8',
    input,
  });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain(message);
  expect(stderr).not.toContain('internal error');
});
