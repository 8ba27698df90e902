'use mixmod';
import { i32, lltype, rffi } from 'mixmod';
const INTS = rffi.CArray(rffi.INT);
const S = lltype.Struct('S', ['a', rffi.INT]);
export function f(n: i32): i32 {
  // error RTS3112: lltype.malloc needs its options written out: {flavor: 'raw'}
  const p = lltype.malloc(INTS, 3);
  lltype.malloc(S, 3, { flavor: 'raw' }); // error RTS3113: S takes no number of items
  const t = S; // error RTS3104: S is no value at run time
  using q = lltype.scoped_alloc(INTS, 3);
  return q.ptr.length; // error RTS3118: Array(INT) does not know its length
}
