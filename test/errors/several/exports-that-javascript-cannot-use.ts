'use mixmod';
import { lltype, rffi, u8 } from 'mixmod';
const INTS = rffi.CArray(rffi.INT);
// error RTS2012: the parameter p of the exported function f is of type Ptr<INT[]>
export function f(p: lltype.Ptr<typeof INTS>): void {}
// error RTS2012: the result of the exported function g is of type Ptr<INT[]>
export function g(): lltype.Ptr<typeof INTS> { return lltype.nullptr(INTS); }
// error RTS1063: the variable state is exported and not constant
// error RTS2003: 256 does not fit u8
export let state: u8 = 256;
