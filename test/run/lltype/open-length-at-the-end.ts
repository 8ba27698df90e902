// A structure that ends with an array of open length: its length, its bounds and its layout; arrays of length 0.
'use mixmod';
import { i32, isize, lltype, rffi } from 'mixmod';
const POINT = lltype.Struct('Point', ['v', rffi.INT]);
const TAIL = lltype.Struct('Tail', ['a', lltype.Signed], ['rest', lltype.Array(POINT)]);
const TEXT = lltype.Struct('Text', ['hash', rffi.INT], ['chars', rffi.CArray(rffi.CHAR)]);
const INTS = lltype.Array(rffi.INT);
export function lengthOfTail(n: i32): isize {
  using p = lltype.scoped_alloc(TAIL, n);
  return p.ptr.rest.length;
}
export function itemOfTail(n: i32, i: isize): i32 {
  using p = lltype.scoped_alloc(TAIL, n, { zero: true });
  p.ptr.a = 17;
  p.ptr.rest[n - 1].v = 5;
  return p.ptr.rest[i].v + i32(p.ptr.a);
}
export function unstored(): string {
  using p = lltype.scoped_alloc(TEXT, 3, { zero: true });
  p.ptr.chars[2] = 0x7a;
  const start = lltype.cast_ptr_to_int(p.ptr);
  return `${lltype.cast_ptr_to_int(p.ptr.chars) - start} ${p.ptr.chars[2]}`;
}
export function noItems(): string {
  using a = lltype.scoped_alloc(INTS, 0);
  using b = lltype.scoped_alloc(INTS, 0);
  return `${a.ptr.length} ${a.ptr === b.ptr}`;
}
export function ofNoItems(): i32 {
  using a = lltype.scoped_alloc(INTS, 0);
  return a.ptr[0];
}
export function negative(): isize {
  using a = lltype.scoped_alloc(TAIL, -1);
  return a.ptr.a;
}
export function items(): string {
  using a = lltype.scoped_alloc(INTS, 3);
  for (let i: i32 = 0; i < 3; i++) a.ptr[i] = i + 1;
  return `${a.ptr[0]}${a.ptr[1]}${a.ptr[2]}`;
}
// lengthOfTail(4) → 4
// itemOfTail(4, 3) → 22
// itemOfTail(4, 0) → 17
// itemOfTail(4, 4) → RangeError: index 4 is out of range for length 4
// itemOfTail(4, -1) → RangeError: index -1 is out of range for length 4
// unstored() → '4 122'
// noItems() → '0 false'
// ofNoItems() → RangeError: index 0 is out of range for length 0
// negative() → RangeError: out of memory
// items() → '123'
