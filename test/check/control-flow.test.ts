// Statements: what each becomes in the checked tree.
import { describe, expect, test } from 'vitest';
import { bodyOf, errorsOf, NAMES } from './check-text.ts';

const body = (text: string, parameters = ''): string =>
  bodyOf(`${NAMES}export function f(${parameters}): void { ${text} }`);

describe('loops', () => {
  test('for: declarations before, step as update', () =>
    expect(body('for (let i = 0; i < n; i++) {}', 'n: number')).toBe(
      'block\n  let i: f64 = 0\n  loop while (i < n) update (i = (i +:f64 1))',
    ));
  test('for without anything is endless', () =>
    expect(body('for (;;) break;')).toBe('loop\n  break'));
  test('while (true) is endless', () => expect(body('while (true) {}')).toBe('loop'));
  test('do: the test stands at the end', () =>
    expect(body('do n--; while (n > 0);', 'n: i32')).toBe(
      'loop do-while (n > 0:i32)\n  (n = (n -:i32 1:i32))',
    ));
  test('for…of: an index loop over an array that is read once', () =>
    expect(body('for (const x of a) s += x;', 'a: Uint8Array, s: number')).toBe(
      [
        'block',
        '  const array: Uint8Array = a',
        '  let index: isize = 0:isize',
        '  loop while (index < typedarray.length(array)) update (index = (index +:isize 1:isize))',
        '    const x: f64 = array[index]',
        '    (s = (s +:f64 x))',
      ].join('\n'),
    ));
  test('for…of into a variable that exists', () =>
    expect(body('let x: number; for (x of a) {}', 'a: Uint8Array')).toContain(
      '(x = array[index])',
    ));
  test('labels name loops', () =>
    expect(body('outer: for (;;) for (;;) continue outer;')).toBe(
      'loop\n  loop\n    continue outer',
    ));
  test('a labelled block can be left', () =>
    expect(body('done: { if (a) break done; }', 'a: boolean')).toBe(
      'labelled done\n  if a\n    break done',
    ));
});

describe('switch', () => {
  test('cases are of the type of the value', () =>
    expect(body('switch (a) { case 1: case 2: return; default: break; }', 'a: u8')).toBe(
      [
        'block',
        '  const discriminant: u8 = a',
        '  switch discriminant',
        '  case 1:u8',
        '  case 2:u8',
        '    return',
        '  default',
        '    break',
      ].join('\n'),
    ));
  test('texts', () =>
    expect(body("switch (a) { case 'x': return; }", 'a: string')).toContain('case "x"'));
  test('a variable that two cases use is declared before', () =>
    expect(
      body('switch (a) { case 1: let x: i32; x = 1; break; case 2: x = 2; break; }', 'a: i32'),
    ).toBe(
      [
        'block',
        '  const discriminant: i32 = a',
        '  let x: i32',
        '  switch discriminant',
        '  case 1:i32',
        '    (x = 1:i32)',
        '    break',
        '  case 2:i32',
        '    (x = 2:i32)',
        '    break',
      ].join('\n'),
    ));
  test('a case that does not fit is an error', () =>
    expect(
      errorsOf(`${NAMES}export function f(a: u8): void {\n  switch (a) { case 300: }\n}`),
    ).toEqual(['RTS2003 3:16']));
});

describe('effects', () => {
  test('a && f() as a statement does not need one type', () =>
    expect(bodyOf(`function g(): void {} export function f(a: number): void { a && g(); }`)).toBe(
      '(to-boolean<boolean>(a) ? (g(), false) : false)',
    ));
  test('a ? b : c as a statement', () =>
    expect(
      bodyOf(`function g(): void {} function h() { return 1; }
        export function f(a: boolean): void { a ? g() : h(); }`),
    ).toBe('(a ? (g(), false) : (h(), false))'));
  test('a directive makes nothing', () => expect(body("'use strict';")).toBe(''));
});

describe('throw', () => {
  test('an error with a text', () =>
    expect(body("throw new RangeError('no');")).toBe('throw RangeError "no"'));
  test('an error without a text', () => expect(body('throw new Error();')).toBe('throw Error ""'));
  test('anything else is refused', () =>
    expect(errorsOf('export function f(): void {\n  throw 1;\n}')).toEqual(['RTS1028 2:9']));
});

describe('scopes', () => {
  test('an inner name hides the outer one', () =>
    expect(body('let x = 1; { let x = a; x = 2; } x = 3;', 'a: number')).toBe(
      'let x: f64 = 1\nblock\n  let x: f64 = a\n  (x = 2)\n(x = 3)',
    ));
  test('a variable that is never assigned again is constant', () =>
    expect(body('let x = 1;')).toBe('const x: f64 = 1'));
});
