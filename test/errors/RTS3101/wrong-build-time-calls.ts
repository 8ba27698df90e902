'use mixmod';
import { i32, lltype, rffi } from 'mixmod';
// error RTS3101: this fails when the module is built: S has two fields named a
const STRUCT = lltype.Struct('S', ['a', rffi.INT], ['a', rffi.INT]);
// error RTS1001: TypeScript: Type 'isize' is not assignable to type 'i32'. (TS2322)
export function f(): i32 { return rffi.sizeof(STRUCT); }
