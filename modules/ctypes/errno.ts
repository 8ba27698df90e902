// The copy of errno that functions with `use_errno` swap with C's.
import { get_errno as ffiErrno, set_errno as setFfiErrno } from '../_ffi/errno.ts';

let ownErrno = 0;

export const get_errno = (): number => ownErrno;

/** Gives the value before. */
export function set_errno(value: number): number {
  const before = ownErrno;
  ownErrno = value | 0;
  return before;
}

/** Before a call. */
export function swapIn(): void {
  setFfiErrno(ownErrno);
}

/** After it. */
export function swapOut(): void {
  ownErrno = ffiErrno();
}
