// Structures inside of structures: pointers into them, casts along first fields, NULL, and an array of them that grows.
'use mixmod';
import { i32, isize, lltype, rffi } from 'mixmod';
const RAW = { flavor: 'raw' } as const;
const INNER = lltype.Struct('Inner', ['a', lltype.Signed]);
const MIDDLE = lltype.Struct('Middle', ['inner', INNER], ['b', rffi.SHORT]);
const OUTER = lltype.Struct('Outer', ['first', MIDDLE], ['second', MIDDLE]);
const NOTHING = lltype.Struct('Nothing');
const HOLDER = lltype.Struct('Holder', ['nothing', NOTHING], ['n', rffi.INT]);
export function written(a: isize, b: isize): isize {
  using p = lltype.scoped_alloc(INNER);
  using q = lltype.scoped_alloc(INNER);
  p.ptr.a = a;
  q.ptr.a = p.ptr.a + b;
  return p.ptr.a * 100 + q.ptr.a;
}
export function throughInner(a: isize): isize {
  using p = lltype.scoped_alloc(OUTER, { zero: true });
  const inner = p.ptr.second.inner;
  inner.a = a;
  return p.ptr.second.inner.a * 10 + p.ptr.first.inner.a;
}
export function distances(): string {
  using p = lltype.scoped_alloc(OUTER);
  const start = lltype.cast_ptr_to_int(p.ptr);
  const second = lltype.cast_ptr_to_int(p.ptr.second) - start;
  return `${second} ${rffi.offsetof(OUTER, 'second')} ${lltype.cast_ptr_to_int(p.ptr.first.inner) - start}`;
}
export function upAndDown(): string {
  using p = lltype.scoped_alloc(OUTER, { zero: true });
  const middle = lltype.cast_pointer(lltype.Ptr(MIDDLE), p.ptr);
  const inner = lltype.cast_pointer(lltype.Ptr(INNER), middle);
  const back = lltype.cast_pointer(lltype.Ptr(OUTER), inner);
  return `${middle === p.ptr.first} ${inner === p.ptr.first.inner} ${back === p.ptr}`;
}
export function sameType(): boolean {
  using p = lltype.scoped_alloc(OUTER);
  return lltype.cast_pointer(lltype.Ptr(OUTER), p.ptr) === p.ptr;
}
/** The outer pointer is out of sight; the memory is not. */
export function parentThroughChild(): isize {
  const child = lltype.malloc(OUTER, { flavor: 'raw', zero: true }).first;
  child.inner.a = 5;
  const parent = lltype.cast_pointer(lltype.Ptr(OUTER), child);
  const a = parent.first.inner.a;
  lltype.free(parent, RAW);
  return a;
}
export function nullStaysNull(): string {
  const p = lltype.nullptr(MIDDLE);
  const outer = lltype.cast_pointer(lltype.Ptr(OUTER), p);
  return `${p === null} ${outer === null} ${lltype.cast_ptr_to_int(rffi.cast(rffi.VOIDP, 0) ?? rffi.cast(rffi.VOIDP, 9))}`;
}
export function emptyInside(): string {
  using p = lltype.scoped_alloc(HOLDER, { zero: true });
  p.ptr.n = 3;
  return `${rffi.sizeof(HOLDER)} ${rffi.offsetof(HOLDER, 'n')} ${p.ptr.n}`;
}
const ITEMS = lltype.Array(lltype.Signed);
const LIST = lltype.Struct('List', ['items', lltype.Ptr(ITEMS)]);
function append(list: lltype.Ptr<typeof LIST>, item: isize): void {
  const old = list.items;
  const items = lltype.malloc(ITEMS, i32(old.length + 1), RAW);
  for (let i: isize = 0; i < old.length; i++) items[i] = old[i];
  items[old.length] = item;
  list.items = items;
  lltype.free(old, RAW);
}
export function grown(n: i32): string {
  using list = lltype.scoped_alloc(LIST);
  list.ptr.items = lltype.malloc(ITEMS, 0, RAW);
  const empty = list.ptr.items.length;
  for (let i: i32 = 0; i < n; i++) append(list.ptr, i * i);
  const text = `${empty} ${list.ptr.items.length} ${list.ptr.items[n - 1]}`;
  lltype.free(list.ptr.items, RAW);
  return text;
}
// written(3, 4) → 307
// throughInner(7) → 70
// distances() → '16 16 0'
// upAndDown() → 'true true true'
// sameType() → true
// parentThroughChild() → 5
// nullStaysNull() → 'true true 0'
// emptyInside() → '4 0 3'
// grown(6) → '0 6 25'
