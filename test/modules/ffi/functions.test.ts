// Functions: getting them, calling them, their addresses, what they take and give.
import { describe, expect, test } from 'vitest';
import {
  CDLL,
  FuncPtr,
  get_libc,
  LibraryError,
  SymbolError,
  types,
} from '../../../modules/_ffi/index.ts';
import { compileC, loadC } from './c-library.ts';

const { sint, double, void_p, char_p } = types;

const lib = loadC(`
#include <string.h>
#include <stdarg.h>
#include <wchar.h>
int add(int a, int b) { return a + b; }
int zero(void) { return 0; }
void nothing(void) {}
static int counter;
void count_up(void) { counter++; }
int counted(void) { return counter; }
signed char id_sbyte(signed char x) { return x; }
unsigned char id_ubyte(unsigned char x) { return x; }
short id_sshort(short x) { return x; }
unsigned short id_ushort(unsigned short x) { return x; }
int id_sint(int x) { return x; }
unsigned id_uint(unsigned x) { return x; }
long id_slong(long x) { return x; }
unsigned long id_ulong(unsigned long x) { return x; }
long long id_slonglong(long long x) { return x; }
unsigned long long id_ulonglong(unsigned long long x) { return x; }
float id_float(float x) { return x; }
double id_double(double x) { return x; }
char id_char(char x) { return x; }
wchar_t id_unichar(wchar_t x) { return x; }
void *id_void_p(void *x) { return x; }
signed char dirty(void) { return (signed char)0x1ff; }
double mix(int a, double b, int c, double d) { return a + 2 * b + 3 * c + 4 * d; }
float fmix(float a, double b, float c) { return a + b * c; }
int ints12(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k, int l) {
  return a + 2*b + 3*c + 4*d + 5*e + 6*f + 7*g + 8*h + 9*i + 10*j + 11*k + 12*l;
}
double doubles12(double a, double b, double c, double d, double e, double f, double g, double h, double i, double j, double k, double l) {
  return a + 2*b + 3*c + 4*d + 5*e + 6*f + 7*g + 8*h + 9*i + 10*j + 11*k + 12*l;
}
int sum_bytes(const unsigned char *p, int n) { int s = 0; for (int i = 0; i < n; i++) s += p[i]; return s; }
void fill(int *p, int n, int value) { for (int i = 0; i < n; i++) p[i] = value; }
long length(const char *s) { return s ? strlen(s) : -1; }
char *nothing_p(void) { return 0; }
char *hello(void) { return "h\\xc3\\xa9llo"; }
char *same(char *s) { return s; }
int same_address(const void *a, const void *b) { return a == b; }
long wide_length(const wchar_t *s) { return wcslen(s); }
wchar_t *wide_hello(void) { return L"h\\u00e9\\U0001F600"; }
long two(const char *a, const char *b) { return strlen(a) * 1000 + strlen(b); }
double sum_of(int n, ...) { va_list l; va_start(l, n); double s = 0; for (int i = 0; i < n; i++) s += va_arg(l, double); va_end(l); return s; }
long sum_ints(int n, ...) { va_list l; va_start(l, n); long s = 0; for (int i = 0; i < n; i++) s += va_arg(l, int); va_end(l); return s; }
int variable = 42;
typedef int (*binary)(int, int);
binary adder(void) { return add; }
`);

describe('libraries', () => {
  test('one that is not there', () => {
    expect(() => new CDLL('libnowhere.so.9')).toThrow(LibraryError);
    expect(() => new CDLL('libnowhere.so.9')).toThrow(/cannot load library libnowhere\.so\.9/);
  });
  test('a symbol that is not there', () => {
    const call = (): unknown => lib.getfunc('nowhere', [], sint);
    expect(call).toThrow(SymbolError);
    expect(call).toThrow(/no symbol nowhere in library .*library\.so/);
    expect(() => lib.getaddressindll('nowhere')).toThrow(SymbolError);
  });
  test('the error says which', () => {
    try {
      lib.getfunc('nowhere', [], sint);
    } catch (error) {
      expect(error).toMatchObject({ name: 'SymbolError', symbol: 'nowhere', library: lib.name });
    }
  });
  test('libc', () => {
    expect(get_libc().getfunc('labs', [types.slong], types.slong)(-5)).toBe(5n);
    expect(get_libc().getfunc('abs', [sint], sint)(-5)).toBe(5);
  });
  test('functions of a closed library throw', () => {
    const own = new CDLL(compileC('int one(void) { return 1; }'));
    const one = own.getfunc('one', [], sint);
    expect(one()).toBe(1);
    own.close();
    expect(() => one()).toThrow('one(): the library of this function is closed');
    expect(() => own.getfunc('one', [], sint)).toThrow(LibraryError);
    own.close();
  });
  test('a library is disposed of', () => {
    const own = new CDLL(compileC('int one(void) { return 1; }'));
    own[Symbol.dispose]();
    expect(() => own.getaddressindll('one')).toThrow('it is closed');
  });
  test('a variable', () => {
    const address = lib.getaddressindll('variable');
    expect(lib.getfunc('sum_bytes', [void_p, sint], sint)(address, 4)).toBe(42);
  });
});

describe('calls', () => {
  const add = lib.getfunc('add', [sint, sint] as const, sint);

  test('two integers', () => expect(add(30, 12)).toBe(42));
  test('no arguments', () => {
    expect(lib.getfunc('zero', [], sint)()).toBe(0);
    expect(lib.getfunc('nothing', [], types.void)()).toBe(undefined);
  });
  test('it is called, each time', () => {
    const up = lib.getfunc('count_up', [], types.void);
    const counted = lib.getfunc('counted', [], sint);
    for (let i = 0; i < 20_000; i++) up();
    expect(counted()).toBe(20_000);
  });
  test('it has a name, its types and its length', () => {
    expect(add.name).toBe('add');
    expect(add.length).toBe(2);
    expect(add.argtypes).toEqual([sint, sint]);
    expect(add.restype).toBe(sint);
  });
  test('from an address', () => {
    expect(add.getaddr()).toBe(lib.getaddressindll('add'));
    expect(FuncPtr.fromaddr(add.getaddr(), 'sum', [sint, sint], sint)(1, 2)).toBe(3);
    expect(FuncPtr.fromaddr(add, 'sum', [sint, sint], sint).name).toBe('sum');
    const got = lib.getfunc('adder', [], void_p)();
    expect(FuncPtr.fromaddr(got, 'got', [sint, sint], sint)(4, 5)).toBe(9);
  });
  test('no function is at NULL', () => {
    expect(() => FuncPtr.fromaddr(0, 'none', [], sint)).toThrow('none() is at no address');
    expect(() => FuncPtr.fromaddr(null, 'none', [], sint)).toThrow(TypeError);
  });
  test('a wrong number of arguments', () => {
    const loose = add as (...args: number[]) => number;
    expect(() => loose(1)).toThrow('add() takes exactly 2 arguments (1 given)');
    expect(() => loose(1, 2, 3)).toThrow('add() takes exactly 2 arguments (3 given)');
    const one = lib.getfunc('id_sint', [sint], sint) as (...args: number[]) => number;
    expect(() => one()).toThrow('id_sint() takes exactly 1 argument (0 given)');
  });
  test('void is no argument', () => {
    expect(() => lib.getfunc('add', [types.void, sint], sint)).toThrow(
      'add() argument 1 cannot be void',
    );
  });
  test('numbers of both kinds', () => {
    expect(lib.getfunc('mix', [sint, double, sint, double], double)(1, 2, 3, 4)).toBe(30);
    expect(lib.getfunc('fmix', [types.float, double, types.float], types.float)(0.5, 3, 1.5)).toBe(
      5,
    );
  });
  test('more arguments than registers', () => {
    const numbers = Array.from({ length: 12 }, (_, i) => i - 5);
    const sum = numbers.reduce((total, one, i) => total + one * (i + 1), 0);
    const args = Array<typeof sint>(12).fill(sint);
    expect(lib.getfunc('ints12', args, sint)(...numbers)).toBe(sum);
    const floats = Array<typeof double>(12).fill(double);
    expect(lib.getfunc('doubles12', floats, double)(...numbers)).toBe(sum);
  });
  test('variadic functions', () => {
    const sum = lib.getfunc('sum_of', [sint, double, double, double], double, { variadic: 1 });
    expect(sum(3, 1.5, 2, 3)).toBe(6.5);
    const ints = lib.getfunc('sum_ints', [sint, ...Array<typeof sint>(8).fill(sint)], types.slong, {
      variadic: 1,
    });
    expect(ints(8, 1, 2, 3, 4, 5, 6, 7, -8)).toBe(20n);
    expect(() => lib.getfunc('sum_of', [sint, types.float], double, { variadic: 1 })).toThrow(
      'passed as a double',
    );
  });
  test('printf', () => {
    const out = Buffer.alloc(64);
    const { char_p: text, ulong } = types;
    const print = get_libc().getfunc('snprintf', [void_p, ulong, text, sint, double, text], sint, {
      variadic: 3,
    });
    expect(print(out, 64, '%d %.2f %s', 7, 1.5, 'x')).toBe(8);
    expect(out.toString('latin1', 0, 8)).toBe('7 1.50 x');
  });
});

describe('what comes back', () => {
  const integers = [
    ['sbyte', [-128, -1, 0, 127]],
    ['ubyte', [0, 128, 255]],
    ['sshort', [-32768, -1, 32767]],
    ['ushort', [0, 65535]],
    ['sint', [-(2 ** 31), -1, 0, 2 ** 31 - 1]],
    ['uint', [0, 2 ** 31, 2 ** 32 - 1]],
    ['float', [0.5, -1.5, Infinity]],
    ['double', [0.1, -0, 1e300, Infinity, 5e-324]],
  ] as const;
  test.each(integers)('%s', (name, values) => {
    const same = lib.getfunc(`id_${name}`, [types[name]] as const, types[name]);
    for (const value of values) expect(same(value)).toBe(value);
  });
  test('NaN', () => {
    expect(lib.getfunc('id_double', [double], double)(NaN)).toBe(NaN);
    expect(lib.getfunc('id_float', [types.float], types.float)(NaN)).toBe(NaN);
  });
  test('a float is rounded', () => {
    expect(lib.getfunc('id_float', [types.float], types.float)(0.1)).toBe(Math.fround(0.1));
  });
  const longs = [
    ['slong', [-(2n ** 63n), -1n, 0n, 2n ** 63n - 1n]],
    ['slonglong', [-(2n ** 63n), 2n ** 62n]],
    ['ulong', [0n, 2n ** 63n, 2n ** 64n - 1n]],
    ['ulonglong', [2n ** 64n - 1n]],
  ] as const;
  test.each(longs)('%s', (name, values) => {
    const same = lib.getfunc(`id_${name}`, [types[name]] as const, types[name]);
    for (const value of values) expect(same(value)).toBe(value);
  });
  test('integers of 64 bits are taken as numbers', () => {
    const same = lib.getfunc('id_slong', [types.slong], types.slong);
    for (const value of [
      0,
      -1,
      2 ** 32,
      -(2 ** 32) - 1,
      Number.MAX_SAFE_INTEGER,
      Number.MIN_SAFE_INTEGER,
    ])
      expect(same(value)).toBe(BigInt(value));
  });
  test('characters', () => {
    const same = lib.getfunc('id_char', [types.char], types.char);
    for (const value of ['a', '\0', 'é', '\xff']) expect(same(value)).toBe(value);
    const wide = lib.getfunc('id_unichar', [types.unichar], types.unichar);
    for (const value of ['a', 'é', '€', '😀']) expect(wide(value)).toBe(value);
  });
  test('addresses', () => {
    const same = lib.getfunc('id_void_p', [void_p], void_p);
    for (const value of [0, 1, 2 ** 32, 0x7fff_ffff_ffff]) expect(same(value)).toBe(value);
    expect(same(null)).toBe(0);
  });
  test('only the bits of the type', () => {
    expect(lib.getfunc('dirty', [], types.sbyte)()).toBe(-1);
    expect(lib.getfunc('dirty', [], types.ubyte)()).toBe(255);
  });
});

describe('memory', () => {
  const sum = lib.getfunc('sum_bytes', [void_p, sint], sint);

  test('arrays of all kinds', () => {
    const bytes = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
    expect(sum(bytes, 8)).toBe(36);
    expect(sum(bytes.subarray(2), 2)).toBe(7);
    expect(sum(bytes.buffer, 8)).toBe(36);
    expect(sum(new DataView(bytes.buffer, 1, 3), 3)).toBe(9);
    expect(sum(Buffer.from('ab'), 2)).toBe(195);
    expect(sum(Int32Array.of(0x01020304), 4)).toBe(10);
    expect(() => sum(new Uint8Array(new SharedArrayBuffer(8)), 8)).toThrow(TypeError);
  });
  test('C writes to them', () => {
    const fill = lib.getfunc('fill', [types.pointer(sint), sint, sint], types.void);
    for (const size of [1, 4, 1000]) {
      const data = new Int32Array(size);
      fill(data, size, 7);
      fill(data.subarray(1), size - 1, 9);
      expect(data[0]).toBe(7);
      expect(data[size - 1]).toBe(size === 1 ? 7 : 9);
    }
  });
  test('an array has one address, also a small one', () => {
    const same = lib.getfunc('same_address', [void_p, void_p], sint);
    const data = new Uint8Array(4);
    expect(same(data, data)).toBe(1);
    expect(same(data, data.buffer)).toBe(1);
  });
  test('memory that has gone to another owner is not used', () => {
    const data = new Uint8Array(64).fill(1);
    expect(sum(data, 64)).toBe(64);
    const moved = new Uint8Array(structuredClone(data.buffer, { transfer: [data.buffer] }));
    expect(() => sum(data, 0)).toThrow(TypeError);
    expect(sum(moved, 64)).toBe(64);
  });
  test('what knows its address', () => {
    const same = lib.getfunc('id_void_p', [void_p], void_p);
    expect(same({ getaddr: () => 4096 })).toBe(4096);
    expect(() => same({ getaddr: () => -1 })).toThrow(TypeError);
  });
});

describe('strings', () => {
  const length = lib.getfunc('length', [char_p], types.slong);
  const same = lib.getfunc('same', [char_p], char_p);

  test.each([
    '',
    'a',
    'x'.repeat(39),
    'x'.repeat(40),
    'x'.repeat(41),
    'x'.repeat(6000),
    'x'.repeat(200_000),
  ])('of plain text %#', (text) => {
    expect(length(text)).toBe(BigInt(text.length));
    expect(same(text)).toBe(text);
  });
  test.each(['é', 'naïve', '€uro', '😀', `${'é'.repeat(50)}`, `${'x'.repeat(38)}😀`])(
    'as UTF-8: %s',
    (text) => {
      expect(length(text)).toBe(BigInt(Buffer.byteLength(text)));
      expect(same(text)).toBe(text);
    },
  );
  test('half of a pair becomes U+FFFD', () => expect(same('\ud800')).toBe('\ufffd'));
  test('NULL', () => {
    expect(length(null)).toBe(-1n);
    expect(lib.getfunc('nothing_p', [], char_p)()).toBe(null);
  });
  test('from C', () => expect(lib.getfunc('hello', [], char_p)()).toBe('héllo'));
  test('memory stands for one', () => expect(length(Buffer.from('abc\0'))).toBe(3n));
  test('two at once', () => {
    expect(lib.getfunc('two', [char_p, char_p], types.slong)('abc', 'defgh')).toBe(3005n);
  });
  test('a NUL inside is refused', () => {
    expect(() => length('a\0b')).toThrow(/length\(\) argument 1/);
    expect(() => length(`${'x'.repeat(100)}\0`)).toThrow(TypeError);
  });
  test('wide ones', () => {
    const wide = lib.getfunc('wide_length', [types.unichar_p], types.slong);
    expect(wide('aé😀')).toBe(3n);
    expect(wide('x'.repeat(10_000))).toBe(10_000n);
    expect(() => wide('a\0')).toThrow(TypeError);
    expect(lib.getfunc('wide_hello', [], types.unichar_p)()).toBe('hé😀');
  });
});
