'use mixmod';
import { type i32, lltype, rffi } from 'mixmod';
const P = lltype.Struct('P', ['x', rffi.INT]);
const Q = lltype.Struct('Q', ['z', rffi.INT]);
export function compared(): boolean {
  using p = lltype.scoped_alloc(P);
  using q = lltype.scoped_alloc(Q);
  return p.ptr === q.ptr; // error RTS2009: `===` does not compare Ptr<P> with Ptr<Q>
}
export function withANumber(n: i32): boolean {
  using p = lltype.scoped_alloc(P);
  return p.ptr === n; // error RTS2009: `===` does not compare Ptr<P> with i32
}
