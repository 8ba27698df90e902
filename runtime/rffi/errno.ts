// What llexternal does with errno (rpython/rtyper/lltypesystem/rffi.py), and the saved values, untranslated. errno itself cannot be
// read: other C code runs between the call and the reading.
import { RFFI_ERR } from '../lltype/errno-flags.ts';
import { nativeFfi } from '../native.ts';

const MOST = 1 | 2 | 4 | 64;

/** Throws TypeError for other flags. */
export function checkSaveErr(name: string, flags: unknown): number {
  if (typeof flags === 'number' && Number.isInteger(flags) && (flags & ~MOST) === 0 && flags >= 0)
    return flags;
  throw new TypeError(
    `save_err of ${name} must be a sum of rffi.RFFI_… flags of errno, got ${String(flags)}`,
  );
}

const saved = { errno: 0, alternate: 0 };

/** A call of C with what its flags ask for. errno itself is libffi's module's: what the host does in between does not touch it. */
export function withErrno<T>(flags: number, call: () => T): T {
  const native = nativeFfi();
  if (flags === 0 || !native) return call();
  const place = flags & RFFI_ERR.RFFI_ALT_ERRNO ? 'alternate' : 'errno';
  if (flags & RFFI_ERR.RFFI_ZERO_ERRNO_BEFORE) native.save_errno(0);
  if (flags & RFFI_ERR.RFFI_READSAVED_ERRNO) native.save_errno(saved[place]);
  const result = call();
  if (flags & RFFI_ERR.RFFI_SAVE_ERRNO) saved[place] = native.saved_errno();
  return result;
}

export const rposix = Object.freeze({
  get_saved_errno: (): number => saved.errno,
  set_saved_errno: (value: number): void => {
    saved.errno = value | 0;
  },
  get_saved_alterrno: (): number => saved.alternate,
  set_saved_alterrno: (value: number): void => {
    saved.alternate = value | 0;
  },
});
