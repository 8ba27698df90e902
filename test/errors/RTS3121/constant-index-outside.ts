'use mixmod';
import { i32, lltype, rffi } from 'mixmod';
const LAST = 1;
const PAIR = lltype.FixedSizeArray(rffi.INT, 2);
const LINE = lltype.Struct('Line', ['ends', lltype.FixedSizeArray(PAIR, 2)]);
export function f(): i32 {
  using pair = lltype.scoped_alloc(PAIR, { zero: true });
  using line = lltype.scoped_alloc(LINE, { zero: true });
  pair.ptr[2] = 1; // error RTS3121: there is no item 2: the array has 2
  line.ptr.ends[0][LAST] = 1;
  const a = line.ptr.ends[LAST + 1][0]; // error RTS3121: there is no item 2: the array has 2
  return a + pair.ptr[-1]; // error RTS3121: there is no item -1: the array has 2
}
