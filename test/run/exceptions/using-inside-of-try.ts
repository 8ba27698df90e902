'use mixmod';
import { i32, lltype, rffi } from 'mixmod';
const BYTES = rffi.CArray(rffi.UCHAR);
function fail(a: i32): i32 { return 1 / a; }
export function freed(a: i32): i32 {
  let n: i32 = 0;
  for (let i: i32 = 0; i < 3; i++) {
    try {
      using memory = lltype.scoped_alloc(BYTES, 16);
      memory.ptr[0] = 65;
      n += 1;
      if (i === 1) continue;
      fail(a - i);
      n += 10;
    } catch {
      n += 100;
    }
  }
  return n;
}
export function around(a: i32): i32 {
  using memory = lltype.scoped_alloc(BYTES, 16);
  memory.ptr[0] = 65;
  try {
    return fail(a);
  } catch {
    return -1;
  }
}
// freed(0) → 113
// freed(2) → 113
// freed(5) → 23
// [around(0), around(1)] → [ -1, 1 ]
