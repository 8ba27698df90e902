// Declarations of C functions are compared with the headers, by gcc and by clang.
import { RELEASE } from '../../compiler/options.ts';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reportSignatures } from '../../compiler/link/c-signature-report.ts';
import { readCType } from '../../compiler/link/c-type-text.ts';
import {
  signatureCheckArguments,
  signatureCheckSources,
  signatureGroups,
} from '../../compiler/link/c-signatures.ts';
import { DiagnosticSink } from '../../compiler/diagnostics/diagnostic.ts';
import { lltype } from '../../runtime/lltype/lltype.ts';
import type { CFunction, DeclarationSite, LowLevelType } from '../../runtime/lltype/types.ts';
import { cFunctionOf } from '../../runtime/rffi/c-function.ts';
import { type CompilationOptions } from '../../runtime/rffi/compilation-info.ts';
import { createRffi, rffi } from '../../runtime/rffi/rffi.ts';

const compilers = ['gcc', 'clang', 'clang-14'].filter(
  (name) => spawnSync(name, ['--version']).status === 0,
);

type Declaration = readonly [string, readonly LowLevelType[], LowLevelType];

const site: DeclarationSite = {
  file: { path: 'a.ts', text: '', lineStarts: [0] },
  start: 100,
  end: 200,
  arguments: [1, 2, 3, 4].map((n) => ({ start: 100 + n, end: 101 + n })),
  result: { start: 150, end: 160 },
};

function declare(
  options: CompilationOptions,
  declarations: readonly Declaration[],
): readonly CFunction[] {
  const building = createRffi({
    resolvePath: (path) => path,
    isCore: false,
    declaredAt: () => site,
  });
  const compilation_info = building.ExternalCompilationInfo(options);
  return declarations.flatMap(([name, args, result]) => {
    const callee = cFunctionOf(building.llexternal(name, args, result, { compilation_info }));
    return callee ? [callee] : [];
  });
}

/** `start: message` of each diagnostic. */
function check(compiler: string, functions: readonly CFunction[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'signatures-'));
  try {
    const sink = new DiagnosticSink();
    for (const group of signatureGroups(functions)) {
      const [first] = group;
      if (!first) continue;
      const outputs = signatureCheckSources(group).map((source) => {
        const file = join(folder, 'check.c');
        writeFileSync(file, source);
        const args = signatureCheckArguments(file, first.compilation_info, RELEASE.target);
        return spawnSync('env', ['LC_ALL=C', compiler, ...args], { encoding: 'utf8' }).stderr;
      });
      reportSignatures(group, outputs, sink);
    }
    return sink.sorted().map(({ span, message }) => `${span?.start}: ${message}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const SHAPES = `
#include <stdbool.h>
#include <stddef.h>
typedef enum { RED, GREEN } colour;
enum size { SMALL, LARGE };
struct shape { char tag; double area; struct shape *next; };
typedef struct { int x; } *handle;
colour paint(colour c, enum size s, struct shape *p);
bool is_round(const struct shape *p, _Bool strict);
unsigned int shade(unsigned char level, short depth);
handle open_handle(const char *const *names, int (*compare)(int), double weights[3]);
struct shape by_value(struct shape s);
void sum(const double *values, unsigned int *count, size_t length);
void rows(double (*rows)[3], const int **table, void **any, wchar_t *text);
float half(float x, long long n);
`;
const shapes: CompilationOptions = { post_include_bits: [SHAPES] };
const SHAPE = rffi.CStruct(
  'shape',
  ['tag', rffi.CHAR],
  ['area', rffi.DOUBLE],
  ['next', rffi.VOIDP],
);
const SHAPEP = lltype.Ptr(SHAPE);

test('a C compiler is there to test with', () => {
  expect(compilers).toContain('gcc');
});

describe.each(compilers)('with %s', (compiler) => {
  const problems = (
    declaration: Declaration,
    options: CompilationOptions = shapes,
  ): readonly string[] => check(compiler, declare(options, [declaration]));

  const correct: readonly [string, Declaration, CompilationOptions][] = [
    [
      'zlib through its typedefs',
      ['crc32', [rffi.ULONG, rffi.CCHARP, rffi.UINT], rffi.ULONG],
      { includes: ['zlib.h'] },
    ],
    [
      'bytes of another signedness',
      ['crc32', [rffi.ULONG, rffi.UCHARP, rffi.UINT], rffi.ULONG],
      { includes: ['zlib.h'] },
    ],
    ['size_t, const char*', ['strlen', [rffi.CCHARP], rffi.SIZE_T], { includes: ['string.h'] }],
    ['an ignored result', ['puts', [rffi.CCHARP], lltype.Void], { includes: ['stdio.h'] }],
    ['enums, tagged and not', ['paint', [rffi.INT, rffi.INT, SHAPEP], rffi.INT], shapes],
    ['bool', ['is_round', [SHAPEP, lltype.Bool], lltype.Bool], shapes],
    ['small integers', ['shade', [rffi.UCHAR, rffi.SHORT], rffi.UINT], shapes],
    [
      'pointers of every kind',
      ['open_handle', [rffi.CCHARPP, rffi.VOIDP, rffi.DOUBLEP], rffi.VOIDP],
      shapes,
    ],
    [
      'pointers of other names',
      [
        'open_handle',
        [rffi.VOIDPP, lltype.Ptr(lltype.FuncType([rffi.INT], rffi.INT)), rffi.VOIDP],
        rffi.COpaquePtr('handle'),
      ],
      shapes,
    ],
    [
      'numbers behind pointers',
      ['sum', [rffi.DOUBLEP, rffi.UINTP, rffi.SIZE_T], lltype.Void],
      shapes,
    ],
    [
      'pointers to arrays and pointers',
      [
        'rows',
        [
          rffi.CArrayPtr(rffi.CFixedArray(rffi.DOUBLE, 3)),
          rffi.CArrayPtr(rffi.INTP),
          rffi.CCHARPP,
          rffi.CArrayPtr(lltype.UniChar),
        ],
        lltype.Void,
      ],
      shapes,
    ],
    ['bytes for a structure', ['is_round', [rffi.UCHARP, lltype.Bool], lltype.Bool], shapes],
    [
      'any pointer for memory',
      [
        'memcmp',
        [rffi.INTP, lltype.Ptr(lltype.Struct('Own', ['x', rffi.INT])), rffi.SIZE_T],
        rffi.INT,
      ],
      { includes: ['string.h'] },
    ],
    ['float and long long', ['half', [rffi.FLOAT, rffi.LONGLONG], rffi.FLOAT], shapes],
    [
      'a function that is also a macro',
      ['getchar', [], rffi.INT],
      { includes: ['stdio.h'], post_include_bits: ['#define getchar() nothing'] },
    ],
    [
      'a function of the own C source',
      ['twice', [rffi.INT], rffi.INT],
      { separate_module_sources: ['int twice(int x) { return 2 * x; }'] },
    ],
  ];
  test.each(correct)('accepts %s', (_name, declaration, options) => {
    expect(problems(declaration, options)).toEqual([]);
  });

  const wrong: readonly [string, Declaration, string][] = [
    [
      'a narrow argument',
      ['shade', [rffi.INT, rffi.SHORT], rffi.UINT],
      '101: argument 1 of shade is unsigned char in C, declared here as INT (int)',
    ],
    [
      'the signedness of a narrow argument',
      ['shade', [rffi.SIGNEDCHAR, rffi.SHORT], rffi.UINT],
      '101: argument 1 of shade is unsigned char in C, declared here as SIGNEDCHAR (signed char)',
    ],
    [
      'the signedness of a result',
      ['shade', [rffi.UCHAR, rffi.SHORT], rffi.INT],
      '150: the result of shade is unsigned int in C, declared here as INT (int)',
    ],
    [
      'a number for a pointer',
      ['is_round', [rffi.LONG, lltype.Bool], lltype.Bool],
      '101: argument 1 of is_round is const struct shape * in C, declared here as LONG (long)',
    ],
    [
      'a pointer for a number',
      ['half', [rffi.FLOAT, rffi.VOIDP], rffi.FLOAT],
      '102: argument 2 of half is long long',
    ],
    [
      'double for float',
      ['half', [rffi.DOUBLE, rffi.LONGLONG], rffi.FLOAT],
      '101: argument 1 of half is float in C, declared here as Float (double)',
    ],
    [
      'other numbers behind a pointer',
      ['sum', [rffi.INTP, rffi.UINTP, rffi.SIZE_T], lltype.Void],
      '101: argument 1 of sum is const double * in C, declared here as Ptr(Array(INT))',
    ],
    [
      'float behind a pointer for double',
      ['sum', [rffi.FLOATP, rffi.UINTP, rffi.SIZE_T], lltype.Void],
      '101: argument 1 of sum is const double *',
    ],
    [
      'the signedness of what is pointed to',
      ['sum', [rffi.DOUBLEP, rffi.INTP, rffi.SIZE_T], lltype.Void],
      '102: argument 2 of sum is unsigned int * in C',
    ],
    [
      'bytes for numbers',
      ['sum', [rffi.DOUBLEP, rffi.CCHARP, rffi.SIZE_T], lltype.Void],
      '102: argument 2 of sum is unsigned int * in C',
    ],
    [
      'an array that stores its length',
      ['sum', [lltype.Ptr(lltype.Array(rffi.DOUBLE)), rffi.UINTP, rffi.SIZE_T], lltype.Void],
      '101: argument 1 of sum is const double * in C',
    ],
    [
      'the signedness of a wide argument',
      ['sum', [rffi.DOUBLEP, rffi.UINTP, rffi.LONG], lltype.Void],
      '103: argument 3 of sum is size_t',
    ],
    [
      'numbers for a structure',
      ['is_round', [rffi.INTP, lltype.Bool], lltype.Bool],
      '101: argument 1 of is_round is const struct shape * in C',
    ],
    [
      'a pointer to a number for one to pointers',
      ['rows', [rffi.DOUBLEP, rffi.INTP, rffi.VOIDPP, rffi.WCHAR_TP], lltype.Void],
      '102: argument 2 of rows is const int ** in C',
    ],
    [
      'another number behind two pointers',
      ['rows', [rffi.DOUBLEP, rffi.CArrayPtr(rffi.LONGP), rffi.VOIDPP, rffi.WCHAR_TP], lltype.Void],
      '102: argument 2 of rows is const int ** in C',
    ],
    [
      'numbers for a function',
      ['open_handle', [rffi.CCHARPP, rffi.INTP, rffi.DOUBLEP], rffi.VOIDP],
      '102: argument 2 of open_handle is int (*)(int) in C',
    ],
    [
      'a structure by value',
      ['by_value', [SHAPEP], lltype.Void],
      '101: argument 1 of by_value is struct shape in C',
    ],
    [
      'too few arguments',
      ['half', [rffi.FLOAT], rffi.FLOAT],
      '100: half does not take 1 argument in C',
    ],
    [
      'too many arguments',
      ['half', [rffi.FLOAT, rffi.LONGLONG, rffi.INT], rffi.FLOAT],
      '100: half does not take 3 arguments in C',
    ],
    [
      'an unknown function',
      ['hafl', [rffi.FLOAT], rffi.FLOAT],
      '100: hafl is not declared by its C source',
    ],
  ];
  test.each(wrong)('refuses %s', (_name, declaration, message) => {
    const found = problems(declaration);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
  });

  test('names the typedef and what it stands for', () => {
    const found = problems(['crc32', [rffi.UINT, rffi.CCHARP, rffi.UINT], rffi.ULONG], {
      includes: ['zlib.h'],
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(
      /argument 1 of crc32 is uLong \((long unsigned int|unsigned long)\) in C/,
    );
  });

  test('all errors of all functions are reported', () => {
    const functions = declare(shapes, [
      ['shade', [rffi.INT, rffi.INT], rffi.UINT],
      ['half', [rffi.DOUBLE, rffi.LONGLONG], rffi.FLOAT],
    ]);
    expect(check(compiler, functions)).toHaveLength(2);
  });

  test('a structure that C lays out otherwise', () => {
    const wrongShape = rffi.CStruct(
      'shape',
      ['tag', rffi.CHAR],
      ['area', rffi.FLOAT],
      ['next', rffi.VOIDP],
    );
    const found = problems(['is_round', [lltype.Ptr(wrongShape), lltype.Bool], lltype.Bool]).join(
      '\n',
    );
    expect(found).toContain(
      'struct shape: its size differs in C; the declaration here gives 16 bytes',
    );
  });

  test('a field that C does not have', () => {
    const wrongShape = rffi.CStruct(
      'shape',
      ['tag', rffi.CHAR],
      ['length', rffi.DOUBLE],
      ['next', rffi.VOIDP],
    );
    const found = problems(['is_round', [lltype.Ptr(wrongShape), lltype.Bool], lltype.Bool]).join(
      '\n',
    );
    expect(found).toContain('struct shape: the offset of length differs in C');
  });

  test('a function of one of several C sources', () => {
    const sources = [
      'static int n; int first(void) { return n; }',
      'static long n; long second(void) { return n; }',
    ];
    const options = { separate_module_sources: sources };
    expect(problems(['second', [], rffi.LONG], options)).toEqual([]);
    expect(problems(['second', [], rffi.INT], options)).toHaveLength(1);
    expect(problems(['third', [], rffi.INT], options)[0]).toContain('third is not declared');
  });

  test('a missing header', () => {
    const found = problems(['f', [], rffi.INT], { includes: ['no-such-header.h'] });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('no-such-header.h');
  });
});

test.each([
  [
    'const char *const *',
    { kind: 'pointer', to: { kind: 'pointer', to: { kind: 'int', bits: 8, signed: null } } },
  ],
  ['struct (unnamed struct at a.c:1:2) *', { kind: 'pointer', to: { kind: 'aggregate' } }],
  ['int (*)(void *, int (*)(int))', { kind: 'pointer', to: { kind: 'function' } }],
  ['int (**)(void)', { kind: 'pointer', to: { kind: 'pointer', to: { kind: 'function' } } }],
  ['double (*)[3]', { kind: 'pointer', to: { kind: 'float', bits: 64 } }],
  ['_Complex double *', { kind: 'pointer', to: { kind: 'unknown' } }],
  ['colour *', { kind: 'pointer', to: { kind: 'unknown' } }],
])('reads %s', (text, kind) => {
  expect(readCType(text)).toEqual(kind);
});
