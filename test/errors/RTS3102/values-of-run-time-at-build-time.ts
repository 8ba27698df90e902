'use mixmod';
import { isize, lltype, rffi } from 'mixmod';
let count = 3;
// error RTS3102: count is not known when the module is built
const ARRAY = lltype.FixedSizeArray(rffi.INT, count);
export function f(): isize { return rffi.sizeof(ARRAY); }
