'use mixmod';
import { isize, rffi } from 'mixmod';
const INTS = rffi.CArray(rffi.INT);
export function f(): isize {
  // error RTS3114: an array of open length has no size; take the size of its item
  return rffi.sizeof(INTS);
}
