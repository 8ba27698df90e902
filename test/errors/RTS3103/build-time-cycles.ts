'use mixmod';
import { isize, lltype, rffi } from 'mixmod';
// error RTS1001: TypeScript: Block-scoped variable 'B' used before its declaration. (TS2448)
const A = lltype.Ptr(B);
// error RTS3103: the build-time declaration A depends on itself
const B = lltype.Struct('B', ['a', A]);
export function f(): isize { return rffi.sizeof(B); }
