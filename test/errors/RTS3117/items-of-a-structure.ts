'use mixmod';
import { i32, lltype, rffi } from 'mixmod';
const S = lltype.Struct('S', ['a', rffi.INT]);
export function f(): i32 {
  using p = lltype.scoped_alloc(S);
  return p.ptr[0]; // error RTS3117: Ptr<S> has no items
}
