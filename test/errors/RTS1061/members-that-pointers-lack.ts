'use mixmod';
import { type i32, lltype, rffi } from 'mixmod';
const P = lltype.Struct('P', ['x', rffi.INT]);
const INTS = lltype.Array(rffi.INT);
export function parts(): void {
  using a = lltype.scoped_alloc(INTS, 5);
  a.ptr.slice(1); // error RTS1061: Ptr<INT[]> has no member slice in RTypeScript
}
export function field(): i32 {
  using p = lltype.scoped_alloc(P);
  return p.ptr.w; // error RTS1061: Ptr<P> has no member w in RTypeScript
}
