'use mixmod';
import { lltype, rffi } from 'mixmod';
const INTS = rffi.CArray(rffi.INT);
export function f(x: number): void {
  rffi.cast(lltype.Ptr(INTS), x); // error RTS3115: rffi.cast does not turn number into Ptr<INT[]>
}
