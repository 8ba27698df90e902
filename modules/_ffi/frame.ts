// The memory through which JavaScript and C see each other's arguments and results: its places, and the views of it. interp_words.ts and
// frame-code.ts know the same places.

// In words of 8 bytes. Word 0 is the address of the code.
export const CODE = 0;
/** rdi, rsi, rdx, rcx, r8, r9. */
export const INTEGERS = 1;
export const INTEGER_COUNT = 6;
/** xmm0 … xmm7. */
export const FLOATS = 7;
export const FLOAT_COUNT = 8;
/** rax, rdx, xmm0, xmm1. */
export const RESULT = 16;
/** What is passed on the stack. */
export const STACK = 24;
export const MOST_STACK = 128;
/** A callback's arguments: registers as above, counted from here, and its stack. */
export const INCOMING = 160;
export const INCOMING_STACK = 192;
export const MOST_INCOMING_STACK = 32;
/** A callback's result: the first two words of it, in registers of whichever kind. */
export const OUTGOING = 176;

// In words of 4 bytes.
export const ERRNO = 40;
/** Not 0: an error waits until the C function has returned. */
export const PENDING = 41;
/** Of `PENDING`: V8 throws what a callback has thrown when the C function has returned. Else modules/_ffi/pending.ts does. */
export const THROWN = 5;
/** Number of callbacks that C may call. */
export const LIVE = 42;
/** Which of the calls of interp_calls.ts it is. */
export const SHAPE = 43;
/** `CLOSED` and `LIVE`: while it is 0, nothing hinders a call of C itself. */
export const HINDRANCES = 44;
/** Calls of the fast function by code that is not optimized. */
export const SLOW_CALLS = 45;
/** Number of words on the stack; even. */
export const STACK_WORDS = 46;
/** Of the string that was copied last. */
export const TEXT_LENGTH = 47;

/** Not 0: a call of C itself has not been made, since it would not have found where a pointer points to. */
export const REFUSED = 304;
/** Number of functions whose libraries are closed. */
export const CLOSED = 305;

/** In words of 8 bytes again: no call uses them. A value passes through the first two. */
export const TRANSFER = 240;
/** Where it is fetched from, a number. */
export const FETCH_ADDRESS = 242;

/** Number of calls that are going on; not of fast ones, which run no JavaScript. */
export const DEPTH = 368;

/** In bytes: behind the frame are strings and structures of the calls that are going on. */
export const SCRATCH = 2048;
export const SIZE = 1 << 18;

const memory = new ArrayBuffer(SIZE);
export const I32 = new Int32Array(memory);
export const F32 = new Float32Array(memory);
export const F64 = new Float64Array(memory);
export const I64 = new BigInt64Array(memory);
export const U64 = new BigUint64Array(memory);
export const BYTES = Buffer.from(memory);
export const FRAME_VIEW = new DataView(memory);
