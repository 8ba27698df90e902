// What llexternal does with errno, as flags (rpython/rtyper/lltypesystem/rffi.py).
/** Flags of `save_err`, to be added. The Windows ones are known, and refused, as there is no LastError here. */
export const RFFI_ERR = Object.freeze({
  RFFI_ERR_NONE: 0,
  /** After the call, errno is saved. */
  RFFI_SAVE_ERRNO: 1,
  /** Before the call, errno is what is saved. */
  RFFI_READSAVED_ERRNO: 2,
  /** Before the call, errno is 0. */
  RFFI_ZERO_ERRNO_BEFORE: 4,
  RFFI_FULL_ERRNO: 3,
  RFFI_FULL_ERRNO_ZERO: 5,
  /** The second place to save it: that of ctypes. */
  RFFI_ALT_ERRNO: 64,
});
