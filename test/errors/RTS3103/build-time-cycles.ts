'use mixmod';
import { isize, lltype, rffi } from 'mixmod';
// error RTS1001: TypeScript: 'A' implicitly has type 'any' because it does not have a type annotation and is referenced directly or indirectly in its own initializer. (TS7022)
// error RTS1001: TypeScript: Block-scoped variable 'B' used before its declaration. (TS2448)
const A = lltype.Ptr(B);
// error RTS1001: TypeScript: 'B' implicitly has type 'any' because it does not have a type annotation and is referenced directly or indirectly in its own initializer. (TS7022)
// error RTS3103: the build-time declaration A depends on itself
// error RTS3105: lltype.Struct cannot be called in compiled code
const B = lltype.Struct('B', ['a', A]);
export function f(): isize { return rffi.sizeof(B); }
