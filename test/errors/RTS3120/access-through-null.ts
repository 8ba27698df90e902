'use mixmod';
import { i32, lltype, rffi } from 'mixmod';
const S = lltype.Struct('S', ['a', rffi.INT]);
export function f(): i32 {
  return lltype.nullptr(S).a; // error RTS3120: this pointer is always NULL
}
