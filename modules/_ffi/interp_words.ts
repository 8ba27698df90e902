'use mixmod';
// The frame of registers that JavaScript and C share, as the compiled modules see it: the places of modules/_ffi/frame.ts.
import { lltype, rffi, type usize } from 'mixmod';

/** In words of 8 bytes: rax, rdx, xmm0, xmm1. Word 0 is the code, then come six integer and eight floating point registers. */
export const RESULT = 16;
export const STACK = 24;
/** Of a callback: its arguments lie as those of a call do. */
export const INCOMING = 160;
export const OUTGOING = 176;
export const INCOMING_STACK = 192;
/** In words of 4 bytes. */
export const ERRNO = 40;
export const PENDING = 41;
export const SHAPE = 43;
/** Number of calls that are going on. */
export const DEPTH = 368;

/** What is pending, besides 1, what JavaScript has kept: a freed callback was called; JavaScript could not run. */
export const FREED = 2;
export const FAILED = 3;
/** The library of the function is closed. */
export const CLOSED = 4;
/** The host throws it when the C function has returned. */
export const THROWN = 5;

export type Words = lltype.Ptr<typeof rffi.LONGP.to>;
export type Doubles = lltype.Ptr<typeof rffi.DOUBLEP.to>;
export let words: Words = lltype.nullptr(rffi.LONGP.to);
export let halves = lltype.nullptr(rffi.INTP.to);
export let doubles: Doubles = lltype.nullptr(rffi.DOUBLEP.to);
/** errno of this thread. */
export let errno = lltype.nullptr(rffi.INTP.to);

const own = rffi.ExternalCompilationInfo({ includes: ['errno.h'] });
const c_errno = rffi.llexternal('__errno_location', [], rffi.INTP, { compilation_info: own });

/** Takes the frame's address. It must stay there as long as anything is called. */
export function attach(address: usize): void {
  words = rffi.cast(rffi.LONGP, address);
  halves = rffi.cast(rffi.INTP, address);
  doubles = rffi.cast(rffi.DOUBLEP, address);
  errno = c_errno();
}

// ---- registers, as C's types ----

const L = rffi.LONG;
const D = rffi.DOUBLE;
/** All that a call may pass. */
export const REGISTERS = [L, L, L, L, L, L, D, D, D, D, D, D, D, D] as const;
/** rax and xmm0: where the result of every function is that does not return a structure. */
export const MIXED = rffi.CStruct('mixed', ['i', L], ['d', D]);
/** st(0): all 80 bits of it. */
export const EXTENDED = rffi.CStruct('extended', ['x', rffi.LONGDOUBLE]);
export const TWO_INTEGERS = rffi.CStruct('two_integers', ['a', L], ['b', L]);
export const TWO_FLOATS = rffi.CStruct('two_floats', ['a', D], ['b', D]);
