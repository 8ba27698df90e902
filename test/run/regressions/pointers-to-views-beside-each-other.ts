'use mixmod';
// The end of one view's memory is the beginning of another's.
import { f64, rffi } from 'mixmod';
export function both(bytes: Uint8Array, numbers: Float64Array): f64 {
  using b = rffi.scoped_nonmovingbuffer(bytes);
  using n = rffi.scoped_nonmovingbuffer(numbers);
  b.ptr[0] = 7;
  return f64(b.ptr[0]) + n.ptr[0];
}
// all = new ArrayBuffer(24), both(new Uint8Array(all, 16, 8), new Float64Array(all, 0, 2).fill(1)) → 8
// all = new ArrayBuffer(24), both(new Uint8Array(all, 0, 8), new Float64Array(all, 8, 2).fill(2)) → 9
