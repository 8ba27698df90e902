'use mixmod';
import { type i32, lltype, rffi } from 'mixmod';
const P = lltype.Struct('P', ['x', rffi.INT], ['y', lltype.Signed], ['u', rffi.UINT]);
export function stored(n: i32): void {
  using p = lltype.scoped_alloc(P);
  p.ptr.y = n;
  p.ptr.x = p.ptr.y; // error RTS2004: isize does not become i32 by itself
  p.ptr.u = n; // error RTS2004: i32 does not become u32 by itself
}
