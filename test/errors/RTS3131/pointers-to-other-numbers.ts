'use mixmod';
import { f64, rffi } from 'mixmod';
const compilation_info = rffi.ExternalCompilationInfo({ includes: ['math.h', 'stdlib.h'] });
// error RTS3131: argument 2 of modf is double * in C, declared here as Ptr(Array(INT))
const modf = rffi.llexternal('modf', [rffi.DOUBLE, rffi.INTP], rffi.DOUBLE, { compilation_info });
// error RTS3131: argument 1 of srand is unsigned int in C, declared here as INT (int)
const srand = rffi.llexternal('srand', [rffi.INT], rffi.VOID, { compilation_info });
export function f(x: f64): f64 {
  using whole = rffi.scoped_alloc_buffer(8);
  srand(1);
  return modf(x, rffi.cast(rffi.INTP, whole.ptr));
}
