'use mixmod';
import { lltype, rffi } from 'mixmod';
const INTS = rffi.CArray(rffi.INT);
const S = lltype.Struct('S', ['a', rffi.INT]);
export function f(): void {
  // error RTS3113: malloc of Array(INT) needs a number of items
  lltype.malloc(INTS, { flavor: 'raw' });
  lltype.malloc(S, 3, { flavor: 'raw' }); // error RTS3113: S takes no number of items
}
