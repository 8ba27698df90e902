// malloc, free and scoped_alloc: who owns memory and when it ends, also where an error is thrown; and names of fields.
'use mixmod';
import { i32, isize, lltype, rffi } from 'mixmod';
const RAW = { flavor: 'raw' } as const;
const POINT = lltype.Struct('Point', ['x', rffi.INT], ['y', rffi.INT]);
const BYTES = rffi.CArray(rffi.UCHAR);
export function zeroed(n: i32): i32 {
  const p = lltype.malloc(BYTES, n, { flavor: 'raw', zero: true });
  let sum: i32 = 0;
  for (let i: i32 = 0; i < n; i++) sum += i32(p[i]);
  lltype.free(p, RAW);
  return sum;
}
export function freeOfNull(): boolean {
  const p = lltype.nullptr(POINT);
  lltype.free(p, RAW);
  return p === null;
}
export function many(n: i32): i32 {
  let sum: i32 = 0;
  for (let i: i32 = 0; i < n; i++) {
    using p = lltype.scoped_alloc(POINT);
    p.ptr.x = i;
    if (i === 5) continue;
    sum += p.ptr.x;
  }
  return sum;
}
function failing(n: i32): i32 {
  using p = lltype.scoped_alloc(BYTES, 100000, { zero: true });
  if (n < 0) throw new RangeError('negative');
  return i32(p.ptr[n]);
}
export function thrown(times: i32): i32 {
  let caught: i32 = 0;
  for (let i: i32 = 0; i < times; i++) {
    try {
      failing(-1);
    } catch {
      caught++;
    }
  }
  return caught;
}
export function tooMuch(): isize {
  const p = lltype.malloc(rffi.CArray(rffi.DOUBLE), 2 ** 52, RAW);
  return lltype.cast_ptr_to_int(p);
}
export function immortal(): i32 {
  const p = lltype.malloc(POINT, RAW);
  lltype.render_immortal(p);
  p.x = 5;
  return p.x;
}
const CLASHING = lltype.Struct(
  'Clashing',
  ['length', rffi.INT], ['constructor', rffi.INT], ['ptr', rffi.INT], ['kind', rffi.INT],
  ['toString', rffi.INT], ['type', rffi.INT], ['address', rffi.INT], ['free', rffi.INT],
  ['default', rffi.INT], ['hasOwnProperty', rffi.INT], ['then', rffi.INT], ['int', rffi.INT],
);
export function clashing(): string {
  using p = lltype.scoped_alloc(CLASHING, { zero: true });
  p.ptr.length = 1; p.ptr.constructor = 2; p.ptr.ptr = 3; p.ptr.kind = 4; p.ptr.toString = 5; p.ptr.type = 6;
  p.ptr.address = 7; p.ptr.free = 8; p.ptr.default = 9; p.ptr.hasOwnProperty = 10; p.ptr.then = 11; p.ptr.int = 12;
  const ints = rffi.cast(rffi.INTP, p.ptr);
  let all = '';
  for (let i: i32 = 0; i < 12; i++) all += `${ints[i]} `;
  return `${all}${p.ptr.length}${p.ptr.constructor}${p.ptr.then}`;
}
const FROZEN = lltype.Struct('Frozen', ['x', rffi.INT], { hints: { immutable: true } });
const HALF = lltype.Struct('Half', ['x', rffi.INT], ['y', rffi.INT], { hints: { immutable_fields: ['x'] } });
export function writtenOnce(): string {
  using p = lltype.scoped_alloc(FROZEN);
  using h = lltype.scoped_alloc(HALF);
  p.ptr.x = 3;
  h.ptr.x = 1;
  h.ptr.y = 2;
  h.ptr.y = 4;
  return `${p.ptr.x} ${h.ptr.x} ${h.ptr.y}`;
}
// zeroed(1000) → 0
// freeOfNull() → true
// many(10) → 40
// thrown(1000) → 1000
// tooMuch() → RangeError: out of memory
// immortal() → 5
// clashing() → '1 2 3 4 5 6 7 8 9 10 11 12 1211'
// writtenOnce() → '3 1 4'
