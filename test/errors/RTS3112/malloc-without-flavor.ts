'use mixmod';
import { lltype, rffi } from 'mixmod';
const INTS = rffi.CArray(rffi.INT);
export function f(): void {
  // error RTS3112: lltype.malloc needs its options written out: {flavor: 'raw'}
  const p = lltype.malloc(INTS, 3);
}
