// Fields that are written once.
'use mixmod';
import { i32, lltype, rffi } from 'mixmod';
const DATE = lltype.Struct('Date', ['day', rffi.INT], ['note', rffi.INT], { hints: { immutable_fields: ['day'] } });
const FROZEN = lltype.Struct('Frozen', ['a', rffi.INT], ['b', rffi.INT], { hints: { immutable: true } });
export function twice(): i32 {
using a = lltype.scoped_alloc(DATE);
  a.ptr.day = 1;
  a.ptr.day = 2;
  return 0;
}
export function twice_mended(): i32 {
using a = lltype.scoped_alloc(DATE);
  a.ptr.day = 1;
  a.ptr.note = 2;
  a.ptr.note = 3;
  return 0;
}
export function zeroed(): i32 {
using a = lltype.scoped_alloc(DATE, { zero: true });
  a.ptr.day = 1;
  a.ptr.day = 1;
  return 0;
}
export function zeroed_mended(): i32 {
using a = lltype.scoped_alloc(DATE, { zero: true });
  a.ptr.day = 1;
  return a.ptr.day;
}
export function compound(): i32 {
using a = lltype.scoped_alloc(DATE);
  a.ptr.day = 1;
  a.ptr.day++;
  return 0;
}
export function compound_mended(): i32 {
using a = lltype.scoped_alloc(DATE);
  a.ptr.day = 1;
  return a.ptr.day + 1;
}
export function all_fields(): i32 {
using a = lltype.scoped_alloc(FROZEN);
  a.ptr.a = 1;
  a.ptr.b = 2;
  a.ptr.b = 3;
  return 0;
}
export function all_fields_mended(): i32 {
using a = lltype.scoped_alloc(FROZEN);
  a.ptr.a = 1;
  a.ptr.b = 2;
  return a.ptr.a + a.ptr.b;
}
// twice() → TypeError: second write of the immutable field Date.day, allocated
// zeroed() → TypeError: second write of the immutable field Date.day, allocated
// compound() → TypeError: second write of the immutable field Date.day, allocated
// all_fields() → TypeError: second write of the immutable field Frozen.b, allocated
