// Expressions besides arithmetic: nullables, logic, assignments, typed arrays, calls.
import { describe, expect, test } from 'vitest';
import { bodyOf, codesOf, errorsOf, headOf, NAMES, typeOf, valueOf } from './check-text.ts';

describe('what only TypeScript reads', () => {
  test('satisfies', () => expect(valueOf('a satisfies i32', 'a: i32')).toBe('a'));
  test('labels on statements that nothing leaves', () =>
    expect(errorsOf('export function f(a: number): void { label: a + 1; }')).toEqual([]));
});

describe('nullables', () => {
  test('narrowing takes the value out', () =>
    expect(
      bodyOf('export function f(a: number | null) { if (a !== null) return a + 1; return 0; }'),
    ).toBe('if !is-null<boolean>(a)\n  return (from-nullable<f64>(a) +:f64 1)\nreturn 0'));
  test('a test for both by ==', () =>
    expect(valueOf('a == null', 'a: number | null | undefined')).toBe('!is-present<boolean>(a)'));
  test('?? takes the other value', () =>
    expect(valueOf('a ?? 5', 'a: i32 | null', '').replace('i32', '')).toContain('is-present'));
  test('?? with a literal keeps the base', () =>
    expect(typeOf('a ?? 5', 'a: i32 | null')).toBe('i32'));
  test('|| drops the absent value', () => expect(typeOf('a || 5', 'a: u8 | null')).toBe('u8'));
  test('null as a branch', () => {
    expect(typeOf('c ? a : null', 'c: boolean, a: i32')).toBe('i32|null');
    expect(valueOf('c ? a : null', 'c: boolean, a: i32')).toBe(
      '(c ? to-nullable<i32|null>(a) : null:i32|null)',
    );
  });
  test('an assignment narrows, and so is its value', () =>
    expect(bodyOf('export function f(a: number | null): number { a = 5; return a; }')).toBe(
      '((a = to-nullable<f64|null>(5)), 5)\nreturn from-nullable<f64>(a)',
    ));
  test('typeof', () => {
    expect(valueOf("typeof a === 'number'", 'a: number | null')).toBe('is-present<boolean>(a)');
    expect(valueOf("typeof a !== 'undefined'", 'a?: number')).toBe('!is-undefined<boolean>(a)');
    expect(valueOf("typeof a === 'object'", 'a: number | null')).toBe('is-null<boolean>(a)');
    expect(valueOf('typeof a', 'a: number')).toBe('(a, "number")');
  });
  test('truth of a nullable is presence and truth', () =>
    expect(valueOf('a ? 1 : 2', 'a: Uint8Array | null')).toBe('(is-present<boolean>(a) ? 1 : 2)'));
  test('comparison of a nullable with a value', () =>
    expect(typeOf('a === 5', 'a: number | null')).toBe('boolean'));
  test('a module variable is not narrowed across calls', () =>
    expect(
      codesOf('g !== null ? g : 0', '', 'number; let g: number | null = null; function x()'),
    ).not.toEqual([]));
});

describe('parameters', () => {
  test('optional ones may be undefined', () =>
    expect(headOf('export function f(a?: number): void {}')).toBe(
      'function f(a?: f64|undefined): void',
    ));
  test('defaults begin the body', () =>
    expect(bodyOf('export function f(a = 5) { return a; }')).toBe(
      'const a: f64 = (is-undefined<boolean>(a) ? 5 : from-nullable<f64>(a))\nreturn a',
    ));
  test('a default of a nullable', () =>
    expect(headOf('export function f(a: number | null = 5): void {}')).toBe(
      'function f(a?: f64|null|undefined): void',
    ));
  test('arguments left out are undefined', () =>
    expect(
      bodyOf('function g(a: number, b?: number): void {} export function f(): void { g(1); }'),
    ).toBe('g(1, undefined:f64|undefined)'));
});

describe('results', () => {
  test('are inferred from the body', () => {
    expect(typeOf('a', 'a: u8')).toBe('u8');
    expect(
      headOf(`${NAMES}function f(a: u8, b: u32) { if (a === 0) return a; return b; }`),
    ).toContain('): u32');
    expect(headOf('function f(): void {}')).toContain('): void');
    expect(headOf('function f(a: number) { if (a) return 1; return; }')).toContain(
      '): f64|undefined',
    );
  });
  test('through calls in any order', () =>
    expect(
      headOf(`${NAMES}function f(a: u8) { return g(a); } function g(a: u8) { return a; }`),
    ).toContain('): u8'));
  test('recursion needs an annotation', () =>
    expect(
      codesOf('f(1) + 1', 'a: number').every((code) => code === 'RTS2011' || code === 'RTS1001'),
    ).toBe(true));
});

describe('assignments', () => {
  test('op= computes in the type of the place', () =>
    expect(bodyOf(`${NAMES}export function f(a: u8): void { a += 1; a <<= 2; }`)).toBe(
      '(a = (a +:u8 1:u8))\n(a = (a <<:u8 2:u8))',
    ));
  test('op= that loses is an error', () =>
    expect(codesOf('(a += b)', 'a: i32, b: number')).toEqual(['RTS2004']));
  test('op= on an element evaluates its index once', () =>
    expect(
      bodyOf('function g() { return 0; } export function f(a: Uint8Array): void { a[g()] += 1; }'),
    ).toBe('(let index = g() in (a[index] = (a[index] +:f64 1)))'));
  test('++ as a value gives the old one', () =>
    expect(valueOf('a++', 'a: i32')).toBe('(let old = a in ((a = (old +:i32 1:i32)), old))'));
  test('++ of a bigint', () => expect(valueOf('++a', 'a: u64')).toBe('(a = (a +:u64 1:u64))'));
  test('??= assigns what is absent', () =>
    expect(bodyOf('export function f(a: number | null): void { a ??= 1; }')).toContain(
      'is-present',
    ));
  test('&&= and ||= go by truth', () => {
    expect(bodyOf('export function f(a: number): void { a &&= 2; }')).toBe(
      '(to-boolean<boolean>(a) ? ((a = 2), false) : false)',
    );
    expect(bodyOf('export function f(a: number): void { a ||= 2; }')).toBe(
      '(to-boolean<boolean>(a) ? false : ((a = 2), false))',
    );
  });
});

describe('logic', () => {
  test('of booleans short-circuits', () =>
    expect(valueOf('a && !b || c', 'a: boolean, b: boolean, c: boolean')).toBe('((a && !b) || c)'));
  test('as a condition goes by truth', () =>
    expect(valueOf('a && b ? 1 : 2', 'a: number, b: string')).toBe(
      '((to-boolean<boolean>(a) && to-boolean<boolean>(b)) ? 1 : 2)',
    ));
  test('gives a value of the common type', () => {
    expect(typeOf('a || b', 'a: i8, b: i32')).toBe('i32');
    expect(typeOf('a && b', 'a: number, b: u8')).toBe('f64');
  });
  test('without common type is an error', () =>
    expect(codesOf('a || b', 'a: number, b: Uint8Array')).toContain('RTS2008'));
});

describe('typed arrays', () => {
  test('elements by integer and by number', () => {
    expect(valueOf('a[i]', 'a: Uint8Array, i: i32')).toBe('a[int-to-int<isize>(i)]');
    expect(valueOf('a[i]', 'a: Uint8Array, i: number')).toBe('a[i]');
    expect(valueOf('a[i | 0]', 'a: Uint8Array, i: number')).toBe(
      'a[float-to-int<isize>((i |:f64 0))]',
    );
  });
  test('are made of a length, a buffer, elements', () => {
    expect(valueOf('new Int16Array(4)')).toBe('typedarray.new(4:isize)');
    expect(valueOf('new Int16Array(b, 2)', 'b: ArrayBuffer')).toBe(
      'typedarray.on-buffer(b, 2:isize, -9223372036854775808:isize)',
    );
    expect(valueOf('new Int16Array(a)', 'a: Int16Array')).toBe(
      'typedarray.slice(a, 0:isize, 9007199254740991:isize)',
    );
    expect(valueOf('Float64Array.of(1, 2)')).toBe(
      '(let array = typedarray.new(2:isize) in ((array[0:isize] = 1), (array[1:isize] = 2), array))',
    );
  });
  test('members', () => {
    expect(valueOf('a.byteLength', 'a: Int32Array')).toBe(
      'int-to-float<f64>((typedarray.length(a) *:isize 4:isize))',
    );
    expect(typeOf('a.buffer', 'a: Int32Array')).toBe(
      'arraybuffer'.replace('arraybuffer', 'ArrayBuffer'),
    );
    expect(typeOf('a.subarray(1)', 'a: Int32Array')).toBe('Int32Array');
    expect(typeOf('a.fill(1)', 'a: Int32Array')).toBe('Int32Array');
  });
  test('stores take a number', () =>
    expect(bodyOf(`${NAMES}export function f(a: Int32Array, x: i32): void { a[0] = x; }`)).toBe(
      '(a[0:isize] = int-to-float<f64>(x))',
    ));
  test('DataView', () => {
    expect(valueOf('v.getUint16(2, true)', 'v: DataView')).toBe(
      'dataview.get.u16(v, 2:isize, true)',
    );
    expect(valueOf('v.getBigInt64(0)', 'v: DataView')).toBe('dataview.get.i64(v, 0:isize, false)');
    expect(typeOf('v.getBigInt64(0)', 'v: DataView')).toBe('i64');
  });
});

describe('Math and Number', () => {
  test('functions of any number of arguments', () => {
    expect(valueOf('Math.max()')).toBe('-Infinity');
    expect(valueOf('Math.min(a)', 'a: number')).toBe('a');
    expect(valueOf('Math.max(a, b, c)', 'a: number, b: number, c: number')).toBe(
      'Math.max(Math.max(a, b), c)',
    );
  });
  test('constants', () => {
    expect(valueOf('Math.PI')).toBe(String(Math.PI));
    expect(valueOf('Number.MAX_SAFE_INTEGER')).toBe('9007199254740991');
    expect(valueOf('Float64Array.BYTES_PER_ELEMENT')).toBe('8');
  });
  test('tests', () => {
    expect(valueOf('Number.isNaN(a)', 'a: number')).toBe('(let value = a in (value !== value))');
    expect(valueOf('Number.isInteger(a)', 'a: i32')).toBe('(let value = a in (value, true))');
  });
  test('imul and clz32 go through integers', () => {
    expect(valueOf('Math.imul(a, 3)', 'a: number')).toBe(
      'int-to-float<f64>(Math.imul(float-to-int<i32>(a), 3:i32))',
    );
    expect(typeOf('Math.clz32(a)', 'a: number')).toBe('f64');
  });
});

describe('strings', () => {
  test('length, code units, comparison', () => {
    expect(valueOf('a.length', 'a: string')).toBe('int-to-float<f64>(string.length(a))');
    expect(valueOf('a.charCodeAt()', 'a: string')).toBe('string.charCodeAt(a, 0:isize)');
    expect(valueOf("a === 'x'", 'a: string')).toBe('(a === "x")');
  });
  test('joining, with the text of other values', () => {
    expect(valueOf("a + 'x'", 'a: string')).toBe('string.concat(a, "x")');
    expect(valueOf('`${a}` + 1', 'a: string')).toBe('string.concat(a, "1")');
    expect(valueOf('`<${a}>`', 'a: number')).toBe(
      'string.concat(string.concat("<", text.of-number(a)), ">")',
    );
  });
});
