'use mixmod';
import { f64, i32, i64, rffi } from 'mixmod';
const stdio = rffi.ExternalCompilationInfo({ includes: ['stdio.h'] });
const snprintf = rffi.llexternal('snprintf', [rffi.CCHARP, rffi.SIZE_T, rffi.CCHARP], rffi.INT, {
  compilation_info: stdio,
  variadic: true,
});
export function f(text: string, x: f64, y: i64): i32 {
  using out = rffi.scoped_alloc_buffer(16);
  using format = rffi.scoped_str2charp('%d');
  snprintf(out.ptr, 16, format.ptr, i32(5), x, y, 0.5, true);
  // error RTS3123: argument 4 of snprintf is an integer without a type, and its declaration says nothing of it
  snprintf(out.ptr, 16, format.ptr, 5);
  // error RTS3123: argument 5 of snprintf is a string, and its declaration says nothing of it
  return snprintf(out.ptr, 16, format.ptr, x, text);
}
