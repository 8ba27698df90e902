// The rules of docs/language/numbers.md: the type of each expression and its conversions.
import { describe, expect, test } from 'vitest';
import { bodyOf, codesOf, NAMES, typeOf, valueOf } from './check-text.ts';

describe('rule 1: literals', () => {
  test('a literal takes the type of the other operand', () => {
    expect(valueOf('a + 1', 'a: u8')).toBe('(a +:u8 1:u8)');
    expect(valueOf('2 * a', 'a: f32')).toBe('(2:f32 *:f32 a)');
  });
  test('a literal takes the type of its place', () => {
    expect(valueOf('1', '', 'i32')).toBe('1:i32');
    expect(bodyOf(`${NAMES}export function f(): void { let x: isize = 1; }`)).toBe(
      'const x: isize = 1:isize',
    );
  });
  test('a literal alone is a number', () => expect(typeOf('1')).toBe('f64'));
  test('a bigint literal alone is i64', () => expect(typeOf('1n')).toBe('i64'));
  test('a bigint literal takes the type of its place', () =>
    expect(valueOf('0xffff_ffff_ffff_ffffn', '', 'u64')).toBe('18446744073709551615:u64'));
  test('an expression of literals is computed as JavaScript does', () => {
    expect(valueOf('1 << 16', '', 'i32')).toBe('65536:i32');
    expect(valueOf('-(2 + 3)', '', 'i8')).toBe('-5:i8');
    expect(valueOf('7 / 2')).toBe('3.5');
  });
  test('a literal that does not fit is an error', () => {
    expect(codesOf('256', '', 'u8')).toEqual(['RTS2003']);
    expect(codesOf('a + 1.5', 'a: i32')).toEqual(['RTS2003']);
    expect(codesOf('1 << 31', '', 'u32')).toEqual(['RTS2003']);
    expect(codesOf('7 / 2', '', 'i32')).toEqual(['RTS2003']);
    expect(codesOf('a < -1', 'a: u8')).toEqual(['RTS2003']);
  });
  test('a bigint literal beyond 64 bits is an error', () =>
    expect(codesOf('1n << 64n')).toEqual(['RTS2003']));
  test('a fraction rounds to f32', () =>
    expect(valueOf('a * 0.1', 'a: f32')).toBe(`(a *:f32 ${Math.fround(0.1)}:f32)`));
});

describe('rules 2 and 3: operands', () => {
  test('two of one type give that type', () => {
    for (const type of ['i8', 'u16', 'i32', 'u64', 'usize', 'f32'])
      expect(typeOf('a + b', `a: ${type}, b: ${type}`)).toBe(type);
  });
  test('the narrower integer converts', () => {
    expect(valueOf('a + b', 'a: i8, b: i32')).toBe('(int-to-int<i32>(a) +:i32 b)');
    expect(typeOf('a * b', 'a: u32, b: usize')).toBe('usize');
  });
  test('integers of up to 32 bits convert to number', () => {
    expect(valueOf('a + b', 'a: u32, b: number')).toBe('(int-to-float<f64>(a) +:f64 b)');
    expect(codesOf('a + b', 'a: isize, b: number')).toEqual(['RTS2002']);
  });
  test('integers of up to 16 bits convert to f32', () => {
    expect(typeOf('a + b', 'a: i16, b: f32')).toBe('f32');
    expect(codesOf('a + b', 'a: i32, b: f32')).toEqual(['RTS2002']);
  });
  test('f32 converts to number', () => expect(typeOf('a + b', 'a: f32, b: number')).toBe('f64'));
  test('mixed signedness is an error', () => {
    expect(codesOf('a + b', 'a: i32, b: u32')).toEqual(['RTS2001']);
    expect(codesOf('a < b', 'a: i64, b: u64')).toEqual(['RTS2001']);
    expect(codesOf('a + b', 'a: i16, b: u8')).toEqual(['RTS2001']);
  });
  test('a number of known range meets a size', () =>
    expect(valueOf('a < b.length', 'a: isize, b: Uint8Array')).toBe('(a < typedarray.length(b))'));
});

describe('rule 4: comparisons', () => {
  test('operands follow the same rules', () => {
    expect(valueOf('a < b', 'a: i8, b: i16')).toBe('(int-to-int<i16>(a) < b)');
    expect(valueOf('a === 3n', 'a: u64')).toBe('(a === 3:u64)');
    expect(typeOf('a !== b', 'a: u8, b: number')).toBe('boolean');
  });
});

describe('rules 5 and 6: shifts and division', () => {
  test('>>> of an integer of up to 32 bits is u32', () => {
    expect(valueOf('a >>> 4', 'a: i32')).toBe('(int-to-int<u32>(a) >>>:u32 4:u32)');
    expect(valueOf('a >>> 1', 'a: i8')).toBe('(int-to-int<u32>(a) >>>:u32 1:u32)');
    expect(typeOf('a >>> 0', 'a: number')).toBe('f64');
  });
  test('>>> of 64 bits is refused', () => {
    expect(codesOf('a >>> 1', 'a: isize')).toEqual(['RTS2010']);
    expect(codesOf('a >>> 1n', 'a: u64')).toContain('RTS2010');
  });
  test('bitwise operators on f32 are those of number', () =>
    expect(valueOf('a | 0', 'a: f32')).toBe('(float-to-float<f64>(a) |:f64 0)'));
  test('division of integers stays in their type', () =>
    expect(valueOf('a / b % 3', 'a: i32, b: i32')).toBe('((a /:i32 b) %:i32 3:i32)'));
  test('** stays in its type', () => expect(typeOf('a ** 2n', 'a: i64')).toBe('i64'));
});

describe('rule 7: numbers of the host', () => {
  test('elements and lengths are number', () => {
    expect(typeOf('a[0]', 'a: Int8Array')).toBe('f64');
    expect(typeOf('a.length', 'a: Int8Array')).toBe('f64');
    expect(typeOf('a.charCodeAt(0)', 'a: string')).toBe('f64');
    expect(typeOf('a[0]', 'a: BigInt64Array')).toBe('i64');
    expect(typeOf('a[0]', 'a: BigUint64Array')).toBe('u64');
  });
});

describe('implicit conversions', () => {
  test('without loss', () => {
    expect(valueOf('a', 'a: u8', 'u32')).toBe('int-to-int<u32>(a)');
    expect(valueOf('a', 'a: f32', 'number')).toBe('float-to-float<f64>(a)');
  });
  test('with loss is an error with the conversion in it', () => {
    expect(codesOf('a', 'a: i32', 'u8')).toEqual(['RTS2004']);
    expect(codesOf('a', 'a: number', 'i32')).toEqual(['RTS2004']);
    expect(codesOf('a', 'a: i32', 'u32')).toEqual(['RTS2004']);
    expect(codesOf('a', 'a: u32', 'i64')).not.toEqual([]);
  });
  test('of numbers whose form tells their range', () => {
    expect(valueOf('a | 0', 'a: number', 'i32')).toBe('float-to-int<i32>((a |:f64 0))');
    expect(valueOf('a & 255', 'a: number', 'u8')).toBe('float-to-int<u8>((a &:f64 255))');
    expect(valueOf('a >>> 0', 'a: number', 'u32')).toBe('float-to-int<u32>((a >>>:f64 0))');
    expect(valueOf('a[0]', 'a: Uint8Array', 'u8')).toBe('float-to-int<u8>(a[0:isize])');
    expect(valueOf('a.length', 'a: Uint8Array', 'isize')).toBe('typedarray.length(a)');
    expect(valueOf('Math.imul(a, b)', 'a: i32, b: i32', 'i32')).toBe('Math.imul(a, b)');
    expect(valueOf('Math.fround(a)', 'a: number', 'f32')).toBe('float-to-float<f32>(a)');
    expect(valueOf('c ? 1 : 2', 'c: boolean', 'u8')).toBe('(c ? 1:u8 : 2:u8)');
  });
  test('of numbers whose range does not fit is an error', () => {
    expect(codesOf('a & 256', 'a: number', 'u8')).toEqual(['RTS2004']);
    expect(codesOf('a | 0', 'a: number', 'u32')).toEqual(['RTS2004']);
    expect(codesOf('a.length', 'a: Uint8Array', 'i32')).toEqual(['RTS2004']);
    expect(codesOf('a[0]', 'a: Float64Array', 'i32')).toEqual(['RTS2004']);
    expect(codesOf('a.charCodeAt(0)', 'a: string', 'u16')).toEqual(['RTS2004']);
  });
});

describe('conversion functions', () => {
  test('convert from every numeric type and boolean', () => {
    expect(valueOf('i32(a)', 'a: number')).toBe('float-to-int<i32>(a)');
    expect(valueOf('u8(a)', 'a: i64')).toBe('int-to-int<u8>(a)');
    expect(valueOf('f32(a)', 'a: u32')).toBe('int-to-float<f32>(a)');
    expect(valueOf('u64(a)', 'a: boolean')).toBe('boolean-to-number<u64>(a)');
    expect(valueOf('f64(a)', 'a: f32')).toBe('float-to-float<f64>(a)');
  });
  test('of constants give constants', () => {
    expect(valueOf('u8(-1)')).toBe('255:u8');
    expect(valueOf('i32(2147483648)')).toBe('-2147483648:i32');
    expect(valueOf('i64(3.9)')).toBe('3:i64');
    expect(valueOf('i8(NaN)')).toBe('0:i8');
  });
  test('give a type that no operand changes', () =>
    expect(codesOf('a + f64(0.5)', 'a: isize')).toEqual(['RTS2002']));
  test('do not go through a double where an integer does', () => {
    expect(valueOf('i32(a.length)', 'a: Uint8Array')).toBe('int-to-int<i32>(typedarray.length(a))');
    expect(valueOf('u8(f64(a))', 'a: i32')).toBe('int-to-int<u8>(a)');
    expect(valueOf('i32(f64(a))', 'a: i64')).toBe('float-to-int<i32>(int-to-float<f64>(a))');
  });
  test('refuse what is no number', () => {
    expect(codesOf('i32(a)', 'a: number | null')).not.toEqual([]);
    expect(codesOf('i32(a)', 'a: string')).not.toEqual([]);
  });
});

describe('as', () => {
  test('is accepted where nothing is lost', () => {
    expect(valueOf('a as i32', 'a: i8')).toBe('int-to-int<i32>(a)');
    expect(valueOf('5 as u8')).toBe('5:u8');
    expect(valueOf('(a & 7) as u8', 'a: number')).toBe('float-to-int<u8>((a &:f64 7))');
  });
  test('is refused where values would change', () => {
    expect(codesOf('a as i32', 'a: number')).toEqual(['RTS2006']);
    expect(codesOf('a as u32', 'a: i32')).toEqual(['RTS2006']);
  });
});

describe('constants of the module', () => {
  test('are known where they are used', () => {
    expect(bodyOf(`const N = 1 << 16; export function f() { return N; }`)).toBe('return 65536');
    expect(
      bodyOf(`${NAMES}const A: u32 = 3; const B = A * 5; export function f() { return B; }`),
    ).toBe('return 15:u32');
  });
  test('wrap as their type does', () =>
    expect(
      bodyOf(`${NAMES}const A: u8 = 200; const B = A + A; export function f() { return B; }`),
    ).toBe('return 144:u8'));
});
