'use mixmod';
import { i32, lltype, rffi } from 'mixmod';
const INTS = rffi.CArray(rffi.INT);
// error RTS2012: the parameter p of the exported function f is of type Ptr<INT[]>
export function f(p: lltype.Ptr<typeof INTS>): i32 {
  return p[0];
}
