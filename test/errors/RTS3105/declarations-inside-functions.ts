'use mixmod';
import { lltype, rffi } from 'mixmod';
export function f(): void {
  // error RTS3105: lltype.Struct cannot be called in compiled code
  lltype.Struct('S', ['a', rffi.INT]);
}
