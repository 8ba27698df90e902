'use mixmod';
import { i32, lltype, rffi } from 'mixmod';
const INTS = rffi.CArray(rffi.INT);
const puts = rffi.llexternal('puts', [rffi.CCHARP], rffi.INT);
export function f(): i32 {
  using p = lltype.scoped_alloc(INTS, 3);
  // error RTS3109: argument 1 of puts is a Ptr<INT[]>, but C wants a Ptr<Char[]>
  return puts(p.ptr);
}
