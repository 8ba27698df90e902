'use mixmod';
// Nothing is converted at the boundary: a value of another kind is a TypeError, and nobody's `valueOf`, `toString` or `Symbol.toPrimitive` runs.
import { i32 } from 'mixmod';
export function asBool(x: boolean): boolean { return x; }
export function asInt32(x: i32): i32 { return x; }
export function asDouble(x: number): number { return x; }
export function asString(x: string): string { return x; }
export function converted(x: number | string | boolean): string { return String(x); }
export function toNumber(x: string): number { return Number(x); }
export function toInt(x: number): i32 { return i32(x); }
// VALUES = [undefined, null, true, false, 0, -0, 1, NaN, '', '1', 'abc', Symbol('s'), 1n, {}, [], () => 1, new String('a'), new Boolean(false)] → [ undefined, null, true, false, 0, -0, 1, NaN, '', '1', 'abc', Symbol(s), 1n, {}, [], [Function (anonymous)], [String: 'a'], [Boolean: false] ]
// taken = (f) => VALUES.filter((x) => { try { f(x); return true; } catch { return false; } }) → [Function: taken]
// taken(asBool) → [ true, false ]
// taken(asInt32) → [ 0, -0, 1 ]
// taken(asDouble) → [ 0, -0, 1, NaN ]
// taken(asString) → [ '', '1', 'abc' ]
// taken(converted) → [ true, false, 0, -0, 1, NaN, '', '1', 'abc' ]
// asked = [], spy = { valueOf() { asked.push('valueOf'); return 1; }, toString() { asked.push('toString'); return '1'; }, [Symbol.toPrimitive]() { asked.push('toPrimitive'); return 1; } }, [asBool, asInt32, asDouble, asString, converted].forEach((f) => { try { f(spy); } catch {} }), asked → []
// [true, 1.5, -0, 'x', NaN].map(converted) → [ 'true', '1.5', '0', 'x', 'NaN' ]
// ['0x10', ' 12 ', '', '1e3', 'abc', '-0', 'Infinity', '1_0'].map(toNumber) → [ 16, 12, 0, 1000, NaN, -0, Infinity, NaN ]
// [1.9, -1.9, 2 ** 31, 2 ** 32 + 5, NaN, Infinity, -(2 ** 31) - 1, 2 ** 53].map(toInt) → [ 1, -1, -2147483648, 5, 0, 0, 2147483647, 0 ]
