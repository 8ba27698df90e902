'use mixmod';
import { isize, lltype, rffi } from 'mixmod';
const INTS = rffi.CArray(rffi.INT);
export function f(): isize {
  using p = lltype.scoped_alloc(INTS, 3);
  return p.ptr.length; // error RTS3118: Array(INT) does not know its length
}
