// Objects by their own toString, errors as name and message; conversions by call.
'use mixmod';
import type { i64, i32 } from 'mixmod';
let log = '';
class Point {
  constructor(
    readonly x: number,
    readonly y: number,
  ) {}
  toString(): string {
    log += `<${this.x}>`;
    return `(${this.x}, ${this.y})`;
  }
}
class Named extends Point {
  override toString(): string {
    return 'named ' + super.toString();
  }
}
interface Shown {
  toString(): string;
}
class Box<T> implements Shown {
  constructor(readonly value: T) {}
  toString(): string {
    return `[${this.value}]`;
  }
}
class ParseError extends RangeError {
  override name = 'ParseError';
}
function next(): Point {
  log += 'next ';
  return new Point(9, 9);
}
const shown = (value: Shown): string => `${value}!`;
export function texts(x: number): string {
  const p: Point = x > 0 ? new Point(x, 1) : new Named(x, 2);
  const none: Point | null = x > 5 ? null : p;
  return `${p} ${none} ${String(p)} ` + p + none + new Box(new Box(x)) + shown(p) + shown(new Box('b')) + [p, p].join('; ');
}
export function order(): string {
  log = '';
  const a = new Point(1, 1);
  const sum = '' + a + next() + a;
  const both = `${a}${next()}`;
  return log + sum + both;
}
export function errors(kind: number): string {
  const e: Error = kind === 0 ? new Error('plain') : kind === 1 ? new ParseError('bad') : kind === 2 ? new TypeError() : new Error('');
  if (kind === 3) e.name = '';
  return `${e}|` + e + '|' + String(e) + '|' + e.toString();
}
export function caught(text: string): string {
  try {
    if (text === '') throw new ParseError('empty');
    return 'x'.repeat(-1);
  } catch (e) {
    return String(e) + `${e}`;
  }
}
export function booleans(x: number, s: string, b: boolean, n: i64, p: string | null): string {
  const object = x > 0 ? next() : undefined;
  return `${Boolean(x)} ${Boolean(s)} ${Boolean(b)} ${Boolean(n)} ${Boolean(p)} ${Boolean(object)} ${Boolean()} ${Boolean(null)} ${Boolean([x])}`;
}
export function tests(x: number, s: string, i: i32): string {
  return `${isNaN(x)} ${isFinite(x)} ${isNaN(Number(s))} ${isFinite(i)} ${isNaN(i)}`;
}
// texts(3) → '(3, 1) (3, 1) (3, 1) (3, 1)(3, 1)[[3]](3, 1)![b]!(3, 1); (3, 1)'
// texts(-2) → 'named (-2, 2) named (-2, 2) named (-2, 2) named (-2, 2)named (-2, 2)[[-2]]named (-2, 2)![b]!named (-2, 2); named (-2, 2)'
// texts(7) → '(7, 1) null (7, 1) (7, 1)null[[7]](7, 1)![b]!(7, 1); (7, 1)'
// order() → '<1>next <9><1><1>next <9>(1, 1)(9, 9)(1, 1)(1, 1)(9, 9)'
// errors(0) → 'Error: plain|Error: plain|Error: plain|Error: plain'
// errors(1) → 'ParseError: bad|ParseError: bad|ParseError: bad|ParseError: bad'
// errors(2) → 'TypeError|TypeError|TypeError|TypeError'
// errors(3) → '|||'
// caught('') → 'ParseError: emptyParseError: empty'
// caught('a') → 'RangeError: Invalid count value: -1RangeError: Invalid count value: -1'
// booleans(1, '', false, 0n, null) → 'true false false false false true false false true'
// booleans(0, 'a', true, 5n, '') → 'false true true true false false false false true'
// booleans(NaN, '0', true, -1n, 'x') → 'false true true true true false false false true'
// tests(NaN, 'x', 1) → 'true false true true false'
// tests(-Infinity, '12', 0) → 'false false false true false'
// tests(1.5, '', -1) → 'false true false true false'
