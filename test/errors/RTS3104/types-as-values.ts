'use mixmod';
import { lltype, rffi } from 'mixmod';
const S = lltype.Struct('S', ['a', rffi.INT]);
export function f(): void {
  const t = S; // error RTS3104: S is no value at run time
}
