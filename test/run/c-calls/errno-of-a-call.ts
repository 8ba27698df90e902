// errno is saved with the call that asks for it: other calls leave what was saved alone, and each flag does its part.
'use mixmod';
import { i32, isize, rffi, rposix } from 'mixmod';
const libc = rffi.ExternalCompilationInfo({
  includes: ['unistd.h', 'string.h', 'fcntl.h', 'errno.h', 'stdlib.h'],
  separate_module_sources: ['int current(void) { return errno; } int sets(int x) { errno = x; return x; }'],
});
const saving = { compilation_info: libc, save_err: rffi.RFFI_SAVE_ERRNO };
const c_write = rffi.llexternal('write', [rffi.INT, rffi.VOIDP, rffi.SIZE_T], rffi.SSIZE_T, saving);
const c_open = rffi.llexternal('open', [rffi.CCHARP, rffi.INT], rffi.INT, { compilation_info: libc, save_err: rffi.RFFI_SAVE_ERRNO, variadic: true });
const c_strlen = rffi.llexternal('strlen', [rffi.CCHARP], rffi.SIZE_T, { compilation_info: libc });
const c_strtol = rffi.llexternal('strtol', [rffi.CCHARP, rffi.CCHARPP, rffi.INT], rffi.LONG, {
  compilation_info: libc,
  save_err: rffi.RFFI_FULL_ERRNO_ZERO,
});
const sets = rffi.llexternal('sets', [rffi.INT], rffi.INT, { compilation_info: libc, save_err: rffi.RFFI_ERR_NONE });
const setsSaved = rffi.llexternal('sets', [rffi.INT], rffi.INT, saving);
const setsOther = rffi.llexternal('sets', [rffi.INT], rffi.INT, { compilation_info: libc, save_err: rffi.RFFI_SAVE_ERRNO + rffi.RFFI_ALT_ERRNO });
const reads = rffi.llexternal('current', [], rffi.INT, { compilation_info: libc, save_err: rffi.RFFI_READSAVED_ERRNO });
const readsOther = rffi.llexternal('current', [], rffi.INT, { compilation_info: libc, save_err: rffi.RFFI_READSAVED_ERRNO + rffi.RFFI_ALT_ERRNO });
const full = rffi.llexternal('current', [], rffi.INT, { compilation_info: libc, save_err: rffi.RFFI_FULL_ERRNO });
const zeroed = rffi.llexternal('current', [], rffi.INT, { compilation_info: libc, save_err: rffi.RFFI_ZERO_ERRNO_BEFORE });
export function setAndGot(x: i32): i32 {
  rposix.set_saved_errno(x);
  return rposix.get_saved_errno();
}
/** EBADF is 9; strlen between the two does not count. */
export function ofWrite(): string {
  using text = rffi.scoped_str2charp('hi!');
  const written: isize = c_write(-1, text.ptr, 3);
  c_strlen(text.ptr);
  return `${written} ${rposix.get_saved_errno()}`;
}
export function ofOpen(): i32 {
  using path = rffi.scoped_str2charp('/no/such/file');
  return c_open(path.ptr, 0) < 0 ? rposix.get_saved_errno() : 0;
}
/** strtol says by errno alone that a number is too large: ERANGE is 34. */
export function outOfRange(text: string): i32 {
  using s = rffi.scoped_str2charp(text);
  c_strtol(s.ptr, null, 10);
  return rposix.get_saved_errno();
}
export function notSaved(): i32 {
  rposix.set_saved_errno(3);
  sets(7);
  return rposix.get_saved_errno();
}
export function twoPlaces(): string {
  setsSaved(5);
  setsOther(6);
  return `${rposix.get_saved_errno()} ${rposix.get_saved_alterrno()}`;
}
export function given(): string {
  rposix.set_saved_errno(44);
  rposix.set_saved_alterrno(45);
  return `${reads()} ${readsOther()} ${full()} ${rposix.get_saved_errno()}`;
}
export function zeroBefore(): i32 {
  sets(9);
  return zeroed();
}
// setAndGot(12) → 12
// ofWrite() → '-1 9'
// ofOpen() → 2
// outOfRange('99999999999999999999') → 34
// outOfRange('7') → 0
// notSaved() → 3
// twoPlaces() → '5 6'
// given() → '44 45 44 44'
// zeroBefore() → 0
