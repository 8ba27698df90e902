'use mixmod';
import { i32, rffi } from 'mixmod';
export function bytes(data: Uint8Array): i32 {
  using buffer = rffi.scoped_nonmovingbuffer(data);
  const p = rffi.cast(rffi.UCHARP, buffer.ptr);
  p[1] = 7;
  data[0] = 9;
  return i32(p[0]) * 10 + i32(data[1]);
}
export function doubles(data: Float64Array): number {
  using buffer = rffi.scoped_nonmovingbuffer(data.subarray(1));
  rffi.ptradd(buffer.ptr, 1)[0] = 0.5;
  return buffer.ptr[0] + data[2];
}
// a = new Uint8Array(3) → Uint8Array(3) [ 0, 0, 0 ]
// bytes(a) → 97
// a → Uint8Array(3) [ 9, 7, 0 ]
// doubles(Float64Array.of(1, 2, 3)) → 2.5
