// Types of C as low-level types, and those that have none.
import { describe, expect, test } from 'vitest';
import { toFuncType, toLowLevelType, toStruct } from '../../compiler/platform/low-level-types.ts';
import { REFUSALS } from '../../compiler/platform/refusals.ts';
import { describeType } from '../../runtime/lltype/constructors.ts';
import { offsetOf, sizeOf } from '../../runtime/lltype/layout.ts';
import { lltype } from '../../runtime/lltype/lltype.ts';
import { rffi } from '../../runtime/rffi/rffi.ts';
import { declarationsOf, structOf } from './c-header.ts';

const HEADER = `
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <wchar.h>
struct point { int x; double y; };
typedef struct { char name[8]; struct point at; } place;
struct node { struct node *next; void *data; int (*compare)(const struct node *, struct node *); };
struct open { int n; char data[]; };
struct bits { int a : 3; };
struct packed { char a; int b; } __attribute__((packed));
struct inside { union { int i; float f; }; };
struct holder { int n; struct hidden *hidden; int (*print)(const char *, ...); union choice *choice; };
union choice { int i; double d; };
struct hidden;
typedef size_t own_size;
typedef unsigned long own_long;
enum plain { A, B };
enum sign { MINUS = -1 };
`;

/** The type of the parameter of `void f(…)`. */
function mapped(parameter: string) {
  const found = declarationsOf(`${HEADER}\nvoid f(${parameter});`, 'f');
  const type = found.functions[0]?.parameters[0]?.type;
  if (!type) throw new Error(JSON.stringify(found.skipped));
  return toLowLevelType(type, found.types);
}

const typeOf = (parameter: string) => {
  const answer = mapped(parameter);
  return answer.kind === 'type' ? answer.type : answer.message;
};

describe('numbers', () => {
  test.each([
    ['char', rffi.CHAR],
    ['signed char', rffi.SIGNEDCHAR],
    ['unsigned char', rffi.UCHAR],
    ['short', rffi.SHORT],
    ['unsigned', rffi.UINT],
    ['long', rffi.LONG],
    ['unsigned long long', rffi.ULONGLONG],
    ['float', rffi.FLOAT],
    ['double', rffi.DOUBLE],
    ['_Bool', rffi.BOOL],
    ['size_t', rffi.SIZE_T],
    ['ssize_t', rffi.SSIZE_T],
    ['uint16_t', rffi.UINT16_T],
    ['int64_t', rffi.INT64_T],
    ['mode_t', rffi.MODE_T],
    ['wchar_t', rffi.WCHAR_T],
    ['const int', rffi.INT],
    ['own_size', rffi.SIZE_T],
    ['own_long', rffi.ULONG],
    ['enum plain', rffi.UINT],
    ['enum sign', rffi.INT],
  ])('%s', (c, type) => {
    expect(typeOf(c)).toBe(type);
  });
});

describe('pointers', () => {
  test.each([
    ['void *', rffi.VOIDP],
    ['const void *', rffi.VOIDP],
    ['const char *', rffi.CCHARP],
    ['const char *const *', rffi.CCHARPP],
    ['void **', rffi.VOIDPP],
    ['size_t *', rffi.SIZE_TP],
    ['uint8_t *', rffi.UINT8_TP],
    ['double *', rffi.DOUBLEP],
    ['int (*)[4]', lltype.Ptr(rffi.CFixedArray(rffi.INT, 4))],
    ['long double *', rffi.LONGDOUBLEP],
    ['struct hidden *', rffi.COpaquePtr('struct hidden')],
    ['union choice *', lltype.Ptr(rffi.CUnion('choice', ['i', rffi.INT], ['d', rffi.DOUBLE]))],
    [
      'struct bits *',
      rffi.CStructPtr('bits', ['a', rffi.INT, 3], { hints: { size: 4, fieldoffsets: [0] } }),
    ],
    [
      'struct packed *',
      rffi.CStructPtr('packed', ['a', rffi.CHAR], ['b', rffi.INT], {
        hints: { size: 5, fieldoffsets: [0, 1] },
      }),
    ],
    ['struct inside *', rffi.COpaquePtr('struct inside', { size: 4 })],
    ['struct point *', rffi.CStructPtr('point', ['x', rffi.INT], ['y', rffi.DOUBLE])],
    ['struct open *', rffi.CStructPtr('open', ['n', rffi.INT], ['data', rffi.CArray(rffi.CHAR)])],
    ['int (*)(char *)', lltype.Ptr(lltype.FuncType([rffi.CCHARP], rffi.INT))],
    ['void cb(void)', lltype.Ptr(lltype.FuncType([], lltype.Void))],
    [
      'void (**)(int, ...)',
      rffi.CArrayPtr(lltype.Ptr(lltype.FuncType([rffi.INT], lltype.Void, { variadic: true }))),
    ],
  ])('%s', (c, type) => {
    expect(typeOf(c)).toBe(type);
  });

  test('a structure that is named by its typedef', () => {
    const type = typeOf('place *');
    expect(type).toMatchObject({
      kind: 'ptr',
      to: {
        kind: 'struct',
        name: 'place',
        c: 'place',
        fields: [{ name: 'c_name' }, { name: 'c_at' }],
      },
    });
  });

  test('a structure that points to itself', () => {
    const type = typeOf('struct node *');
    if (typeof type === 'string' || type.kind !== 'ptr' || type.to.kind !== 'struct')
      throw new Error('no pointer to a structure');
    const [next, , compare] = type.to.fields;
    expect(next?.type).toMatchObject({ kind: 'ptr', to: { name: 'node' } });
    if (next?.type.kind === 'ptr') expect(next.type.to).toBe(type.to);
    expect(compare && describeType(compare.type)).toBe(
      'Ptr(FuncType([Ptr(node), Ptr(node)], INT))',
    );
  });

  test('what has no type inside of a structure is an address there', () => {
    const found = declarationsOf(`${HEADER}`, 'holder');
    const answer = toStruct('struct holder', found.types);
    if (answer.kind !== 'type') throw new Error(answer.message);
    expect(answer.type.fields.map(({ type }) => describeType(type))).toEqual([
      'INT',
      'Ptr(struct hidden)',
      'Ptr(FuncType([Ptr(Array(Char)), ...], INT))',
      'Ptr(choice)',
    ]);
  });
});

describe('layouts are those of C', () => {
  test.each([
    ['time.h', 'struct tm'],
    ['sys/stat.h', 'struct stat'],
    ['dirent.h', 'struct dirent'],
    ['zlib.h', 'struct z_stream_s'],
    ['sqlite3.h', 'struct sqlite3_module'],
    ['sqlite3.h', 'struct sqlite3_index_info'],
    ['stdio.h', 'struct _IO_FILE'],
    ['ffi.h', 'struct _ffi_type'],
  ])('%s: %s', (header, name) => {
    const found = declarationsOf({ includes: [header] }, '*');
    const answer = toStruct(name, found.types);
    if (answer.kind !== 'type') throw new Error(answer.message);
    const struct = structOf(found, name);
    expect(sizeOf(answer.type)).toBe(struct.size);
    expect(answer.type.fields.map((field) => offsetOf(answer.type, field.name))).toEqual(
      struct.fields.map(({ offset }) => offset),
    );
  });
});

describe('refusals', () => {
  test.each([
    ['double _Complex', 'complex', 'double _Complex is a complex number'],
    ['__int128', 'wide-integer', '__int128 is wider than 64 bits'],
    ['int (*)()', 'unprototyped', 'int () does not say its parameters'],
  ])('%s: %s', (c, reason, message) => {
    expect(mapped(c)).toEqual({ kind: 'refused', reason, message });
  });

  test.each([
    ['struct inside', 'anonymous-member'],
    ['struct hidden', 'opaque'],
    ['struct nowhere', 'unknown'],
  ])('the memory of %s: %s', (name, reason) => {
    const found = declarationsOf(HEADER, 'bits', 'packed', 'inside', 'choice', 'hidden');
    expect(toStruct(name, found.types)).toMatchObject({ kind: 'refused', reason });
  });

  test('each has words', () => {
    for (const words of Object.values(REFUSALS)) expect(words('T')).toMatch(/^T /);
  });
});

describe('functions', () => {
  const functionOf = (text: string) => {
    const found = declarationsOf(`${HEADER}\n${text};`, 'f');
    const [declared] = found.functions;
    if (!declared) throw new Error('no function');
    const parameters = declared.parameters.map(({ type }) => type);
    return toFuncType({ kind: 'function', ...declared, parameters }, found.types);
  };

  test('arguments and result', () => {
    expect(functionOf('size_t f(const char *, unsigned, void *)')).toEqual({
      kind: 'type',
      type: lltype.FuncType([rffi.CCHARP, rffi.UINT, rffi.VOIDP], rffi.SIZE_T),
    });
    expect(functionOf('void f(void)')).toEqual({
      kind: 'type',
      type: lltype.FuncType([], lltype.Void),
    });
  });

  test('structures by value, and further arguments', () => {
    const point = rffi.CStruct('point', ['x', rffi.INT], ['y', rffi.DOUBLE]);
    expect(functionOf('struct point f(long double)')).toEqual({
      kind: 'type',
      type: lltype.FuncType([rffi.LONGDOUBLE], point),
    });
    expect(functionOf('int f(const char *, ...)')).toEqual({
      kind: 'type',
      type: lltype.FuncType([rffi.CCHARP], rffi.INT, { variadic: true }),
    });
  });

  test('refusals of any part', () => {
    expect(functionOf('double _Complex f(int)')).toMatchObject({ reason: 'complex' });
    expect(functionOf('int f(int, __int128)')).toMatchObject({ reason: 'wide-integer' });
  });

  test('all functions of sqlite3.h have types', () => {
    const found = declarationsOf({ includes: ['sqlite3.h'] }, 'sqlite3_*');
    const refused = found.functions.flatMap((declared) => {
      const parameters = declared.parameters.map(({ type }) => type);
      const answer = toFuncType({ kind: 'function', ...declared, parameters }, found.types);
      return answer.kind === 'refused' ? [[declared.name, answer.reason]] : [];
    });
    expect(refused).toEqual([]);
  });
});
