// `mixmod bindings`: what it writes is a program that checks, and calls what the header declares.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../compiler/check/check.ts';
import { nodeHost } from '../../compiler/host.ts';
import { REPOSITORY } from '../harness/source-snapshot.ts';

const MAIN = join(REPOSITORY, 'dist/command/main.js');
const folder = mkdtempSync(join(tmpdir(), 'bindings-'));
afterAll(() => rmSync(folder, { recursive: true }));

function mixmod(...args: readonly string[]) {
  return spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8', cwd: folder });
}

/** Of the module in a program that imports it: what it declares exists at build time only. */
function errorsOf(module: string): readonly string[] {
  const path = join(folder, `imports-${module}`);
  writeFileSync(path, `'use mixmod';\nimport './${module}';\nexport const loaded = true;\n`);
  return check(path, nodeHost).diagnostics.map(({ message }) => message);
}

describe('zlib.h', () => {
  beforeAll(() => {
    const names = ['crc32*', 'adler32', 'deflate*', 'inflate*', 'z_stream', 'Z_*', 'zlibVersion'];
    const made = mixmod('bindings', 'zlib.h', ...names, '--library', 'z', '--out', 'z.ts');
    expect(made.stderr).toBe('');
    writeFileSync(
      join(folder, 'use.ts'),
      `'use mixmod';
import { isize, rffi, u32 } from 'mixmod';
import { crc32_z, z_stream_s, Z_FINISH, Z_STREAM_END } from './z.ts';
export const size = (): isize => rffi.sizeof(z_stream_s);
export function sum(data: Uint8Array): u32 {
  using b = rffi.scoped_nonmovingbuffer(data);
  return u32(crc32_z(0, b.ptr, data.length));
}
export const end = (): string => \`\${Z_FINISH} \${Z_STREAM_END}\`;
`,
    );
  });

  test('checks', () => {
    expect(errorsOf('z.ts')).toEqual([]);
  });

  test('has functions, structures and constants', () => {
    const text = readFileSync(join(folder, 'z.ts'), 'utf8');
    expect(text).toContain('export const Z_STREAM_END = 1;');
    expect(text).toContain('export const deflate = rffi.llexternal("deflate", [lltype.Ptr(');
    expect(text).toContain('["next_in", rffi.UCHARP]');
    expect(text).toContain('// deflateInit: a macro that takes arguments;');
  });

  test('is called, untranslated and compiled', () => {
    writeFileSync(
      join(folder, 'main.mjs'),
      `import { end, size, sum } from './use.ts';
console.log(size(), sum(new TextEncoder().encode('hello')), end());`,
    );
    for (const mode of [['--untranslated'], []])
      expect(mixmod('run', ...mode, 'main.mjs').stdout).toBe('112 907060870 4 1\n');
  });
});

test('sqlite3.h, all of it', () => {
  const made = mixmod('bindings', 'sqlite3.h', 'sqlite3*', 'SQLITE_*', '--out', 's.ts');
  expect(made.stderr).toBe('');
  expect(errorsOf('s.ts')).toEqual([]);
});

test('structures that point to themselves, unions, bit-fields and functions without a type', () => {
  writeFileSync(
    join(folder, 'own.h'),
    `struct node { struct node *next; int value : 5; union { int i; double d; } *u; };
typedef union { int i; float f; } number;
int length(const struct node *list, number n);
double _Complex turn(double _Complex z);
int print(const char *format, ...);
#define LIMIT 5000000000
#define delete 3
`,
  );
  const made = mixmod(
    'bindings',
    'own.h',
    'node',
    'number',
    'length',
    'turn',
    'print',
    'LIMIT',
    '--include-dir',
    folder,
    '--out',
    'own.ts',
  );
  expect(made.stderr).toBe('');
  const text = readFileSync(join(folder, 'own.ts'), 'utf8');
  expect(text).toContain('node_reference.become(node);');
  expect(text).toContain('// turn: double _Complex is a complex number.');
  expect(text).toContain('variadic: true');
  expect(text).toContain('export const LIMIT = 5000000000;');
  expect(errorsOf('own.ts')).toEqual([]);
});

test.each([
  ['a header that is not there', ['no-such-header.h', '*'], 'no-such-header.h'],
  ['names that it does not have', ['zlib.h', 'nothing_of_this_name'], 'declares nothing'],
])('%s', (_name, args, message) => {
  const { status, stderr } = mixmod('bindings', ...args);
  expect(status).toBe(1);
  expect(stderr).toContain(message);
});

test('the binding of the example is what the header gives', () => {
  const made = mixmod('bindings', 'expat.h', 'XML_*', '--library', 'expat').stdout;
  const example = readFileSync(join(REPOSITORY, 'examples/10-expat/expat.ts'), 'utf8');
  // What one version of the library has and another has not is in one of the texts only.
  const declared = (text: string): ReadonlyMap<string, string> =>
    new Map(
      text
        .split('\n')
        .filter((line) => !/XML_M\w+_VERSION/.test(line))
        .map((line) => [/^export const (\w+)/.exec(line)?.[1] ?? line, line]),
    );
  const [now, then] = [declared(made), declared(example)];
  const both = [...now.keys()].filter((name) => then.has(name));
  expect(both.length).toBeGreaterThan(0.95 * then.size);
  for (const name of both) expect(now.get(name)).toBe(then.get(name));
});

test('variables of C and types of callbacks', () => {
  writeFileSync(
    join(folder, 'more.h'),
    'typedef int (*compare)(const void *, const void *); extern int level; extern const char *const names[];' +
      ' void sort(int *items, int n, compare by); typedef unsigned long id; id next(void);',
  );
  const names = ['compare', 'level', 'names', 'sort', 'id', 'next'];
  const made = mixmod('bindings', 'more.h', ...names, '--include-dir', folder, '--out', 'more.ts');
  expect(made.stderr).toBe('');
  const text = readFileSync(join(folder, 'more.ts'), 'utf8');
  expect(text).toContain('export const level = rffi.CExternVariable(rffi.INT, "level", info);');
  expect(text).toContain('// names: const char *const [] is an array');
  expect(text).toContain('rffi.llexternal("sort", [rffi.INTP, rffi.INT, compare], rffi.VOID');
  expect(text).toContain('export const id = rffi.ULONG;');
  expect(errorsOf('more.ts')).toEqual([]);
});

test('names that are macros for others', () => {
  writeFileSync(
    join(folder, 'names.h'),
    'int real_size(int x);\n#define nice_size real_size\nint real_print(const char *, ...);\n#define nice_print real_print\n',
  );
  const made = mixmod(
    'bindings',
    'names.h',
    'nice_*',
    '--include-dir',
    folder,
    '--out',
    'names.ts',
  );
  expect(made.stderr).toBe('');
  const text = readFileSync(join(folder, 'names.ts'), 'utf8');
  expect(text).toContain(
    '"nice_size", [rffi.INT], rffi.INT, { compilation_info: info, macro: true }',
  );
  expect(text).toContain('// nice_print: a macro for real_print, which takes further arguments.');
  expect(errorsOf('names.ts')).toEqual([]);
});
