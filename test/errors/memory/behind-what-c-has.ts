// Memory that C has, of a length that the program has declared: items behind and before it, also by pointers that were moved or cast.
'use mixmod';
import { i32, rffi, type u8 } from 'mixmod';
const own = rffi.ExternalCompilationInfo({
  separate_module_sources: [
    'static int table[8] = {1, 2, 3, 4, 5, 6, 7, 8}; int *c_table(void) { return table; } ' +
      'static unsigned char text[8] = "abcdefg"; unsigned char *c_text(void) { return text; }',
  ],
});
const c_table = rffi.llexternal('c_table', [], rffi.INTP, { compilation_info: own });
const c_text = rffi.llexternal('c_text', [], rffi.UCHARP, { compilation_info: own });
export function behind_table(): i32 {
  using table = rffi.scoped_bounded(c_table(), 4);
  return table.ptr[4];
}
export function behind_table_mended(): i32 {
  using table = rffi.scoped_bounded(c_table(), 5);
  return table.ptr[4];
}
export function far_behind_table(): i32 {
  using table = rffi.scoped_bounded(c_table(), 2);
  return table.ptr[7];
}
export function far_behind_table_mended(): i32 {
  using table = rffi.scoped_bounded(c_table(), 8);
  return table.ptr[7];
}
export function before_table(): i32 {
  using table = rffi.scoped_bounded(rffi.ptradd(c_table(), 2), 4);
  return table.ptr[-1];
}
export function before_table_mended(): i32 {
  using table = rffi.scoped_bounded(rffi.ptradd(c_table(), 2), 4);
  return table.ptr[0];
}
export function written_behind_table(): i32 {
  using table = rffi.scoped_bounded(c_table(), 3);
  for (let i: i32 = 0; i <= 3; i++) table.ptr[i] = i;
  return 0;
}
export function written_behind_table_mended(): i32 {
  using table = rffi.scoped_bounded(c_table(), 3);
  for (let i: i32 = 0; i < 3; i++) table.ptr[i] = i;
  return 0;
}
export function cast_and_behind(): i32 {
  using text = rffi.scoped_bounded(c_text(), 6);
  return rffi.cast(rffi.INTP, text.ptr)[1] & 0;
}
export function cast_and_behind_mended(): i32 {
  using text = rffi.scoped_bounded(c_text(), 8);
  return rffi.cast(rffi.INTP, text.ptr)[1] & 0;
}
export function moved_and_behind(): u8 {
  using text = rffi.scoped_bounded(c_text(), 4);
  return rffi.ptradd(text.ptr, 2)[2];
}
export function moved_and_behind_mended(): u8 {
  using text = rffi.scoped_bounded(c_text(), 4);
  return rffi.ptradd(text.ptr, 2)[1];
}
// behind_table() → RangeError: access to 4 bytes at offset 16 of Array(INT) of 16 bytes, allocated
// far_behind_table() → RangeError: access to 4 bytes at offset 28 of Array(INT) of 8 bytes, allocated
// before_table() → RangeError: access to 4 bytes at offset -4 of Array(INT) of 16 bytes, allocated
// written_behind_table() → RangeError: access to 4 bytes at offset 12 of Array(INT) of 12 bytes, allocated
// cast_and_behind() → RangeError: access to 4 bytes at offset 4 of Array(UCHAR) of 6 bytes, allocated
// moved_and_behind() → RangeError: access to 1 bytes at offset 4 of Array(UCHAR) of 4 bytes, allocated
