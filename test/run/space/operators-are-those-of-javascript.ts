'use mixmod';
// `===`, `==`, `!`, `typeof` and searching compare live values as JavaScript does, also where they may be absent.
import { space, type JSValue } from 'mixmod';
export function same(a: JSValue, b: JSValue): boolean[] { return [a === b, a !== b, a == b, space.equal(a, b), space.same(a, b)]; }
export function kinds(value: JSValue): string[] { return [typeof value, space.typeOf(value)]; }
export function isText(value: JSValue): boolean { return typeof value === 'string'; }
export function truth(value: JSValue): boolean[] { return [!!value, value ? true : false, space.truth(value)]; }
export function isNull(value: JSValue): boolean[] { return [value === null, value === undefined, value == null]; }
export function nullable(value: JSValue | null, other: JSValue | null): boolean[] {
  return [value === null, value === other, value !== other, !value];
}
export function optional(value?: JSValue): string { return value === undefined ? 'none' : typeof value; }
export function find(list: readonly JSValue[], value: JSValue): number[] { return [list.indexOf(value), list.includes(value) ? 1 : 0]; }
export function texts(value: JSValue): string[] { return [space.text(value), `${space.text(value)}!`]; }
// o = {}, same(o, o) → [ true, false, true, true, true ]
// same({}, {}) → [ false, true, false, false, false ]
// same(NaN, NaN) → [ false, true, false, false, true ]
// same(0, -0) → [ true, false, true, true, false ]
// same('1', 1) → [ false, true, true, false, false ]
// same(null, undefined) → [ false, true, true, false, false ]
// [kinds(1), kinds('a'), kinds(null), kinds(undefined), kinds(() => {}), kinds(Symbol.iterator), kinds(1n), kinds(true)].flat().join() → 'number,number,string,string,object,object,undefined,undefined,function,function,symbol,symbol,bigint,bigint,boolean,boolean'
// [isText('a'), isText(1)] → [ true, false ]
// [truth(0), truth(''), truth({}), truth(NaN), truth('0')].flat().join() → 'false,false,false,false,false,false,true,true,true,false,false,false,true,true,true'
// isNull(null) → [ true, false, true ]
// isNull(undefined) → [ false, true, true ]
// isNull(0) → [ false, false, false ]
// nullable(null, null) → [ true, true, false, true ]
// nullable(null, {}) → [ true, false, true, true ]
// nullable(0, 0) → [ false, true, false, true ]
// [optional(), optional(undefined), optional(null), optional(1)] → [ 'none', 'none', 'object', 'number' ]
// find([1, 'a', NaN], 'a') → [ 1, 1 ]
// find([1, 'a', NaN], NaN) → [ -1, 1 ]
// texts(null) → [ 'null', 'null!' ]
// texts(Symbol('a')) → [ 'Symbol(a)', 'Symbol(a)!' ]
// texts({ toString() { return 5; } }) → [ '5', '5!' ]
// texts({ toString() { throw new RangeError('no text'); } }) → RangeError: no text
