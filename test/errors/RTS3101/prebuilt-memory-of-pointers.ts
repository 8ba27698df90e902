'use mixmod';
import { i32, lltype, rffi } from 'mixmod';
// error RTS3101: this fails when the module is built: prebuilt memory holds numbers only; Array(Ptr(Array(INT))) does not
const TABLE = lltype.prebuilt(rffi.CArray(rffi.INTP), 2, () => {});
// error RTS3101: this fails when the module is built: malloc of Array(INT) needs a number of items
const OPEN = lltype.prebuilt(rffi.CArray(rffi.INT), () => {});
export function f(): i32 { return TABLE === null ? 1 : OPEN[0]; }
