'use mixmod';
import { lltype, rffi } from 'mixmod';
const INNER = lltype.Struct('Inner', ['a', rffi.INT]);
const OUTER = lltype.Struct('Outer', ['inner', INNER]);
export function f(): void {
  using p = lltype.scoped_alloc(OUTER);
  using q = lltype.scoped_alloc(INNER);
  // error RTS3116: p.ptr.inner is a structure or array inside another and cannot be assigned
  p.ptr.inner = q.ptr;
}
