'use mixmod';
import { isize, lltype, rffi } from 'mixmod';
let size = 3;
// error RTS3102: size is not known when the module is built
const A = lltype.FixedSizeArray(rffi.INT, size);
// error RTS3101: this fails when the module is built: B has two fields named x
const B = lltype.Struct('B', ['x', rffi.INT], ['x', rffi.INT]);
// error RTS1001: TypeScript: Block-scoped variable 'D' used before its declaration. (TS2448)
const C = lltype.Ptr(D);
// error RTS3103: the build-time declaration C depends on itself
const D = lltype.Struct('D', ['c', C]);
export function f(): isize { return rffi.sizeof(A); }
