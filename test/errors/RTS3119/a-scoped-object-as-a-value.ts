'use mixmod';
import { lltype, rffi } from 'mixmod';
const INTS = rffi.CArray(rffi.INT);
export function f(): void {
  using p = lltype.scoped_alloc(INTS, 3);
  const q = p; // error RTS3119: p itself is no value; only its pointer is
}
