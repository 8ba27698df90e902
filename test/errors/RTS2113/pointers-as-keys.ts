'use mixmod';
import { type i32, lltype, rffi } from 'mixmod';
const P = lltype.Struct('P', ['x', rffi.INT]);
export function keyed(): void {
  using p = lltype.scoped_alloc(P);
  const m = new Map<lltype.Ptr<typeof P>, i32>(); // error RTS2113: Ptr<P> is no key of a Map or Set
  m.set(p.ptr, 1);
}
