'use mixmod';
import { isize, lltype, rffi } from 'mixmod';
// error RTS3101: this fails when the module is built: S has two fields named a
const STRUCT = lltype.Struct('S', ['a', rffi.INT], ['a', rffi.INT]);
export function f(): isize { return rffi.sizeof(STRUCT); }
