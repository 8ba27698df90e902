'use mixmod';
// The frame → one call of C, its result in the frame. Which value goes to which register was decided when the function was made
// (modules/_ffi/assign.ts).
import { type i32, lltype, rffi, type usize } from 'mixmod';
import {
  CLOSED,
  DEPTH,
  type Doubles,
  doubles,
  ERRNO,
  errno,
  halves,
  MIXED,
  PENDING,
  REGISTERS,
  RESULT,
  SHAPE,
  STACK,
  THROWN,
  TWO_FLOATS,
  TWO_INTEGERS,
  type Words,
  words,
} from './interp_words.ts';

// ---- calls ----

// A call with all registers loaded is a call of any function: what it does not take, it does not read; the same goes for more on the
// stack than it takes. `variadic` puts the number of floating point registers into al, where variadic functions look for it.
const VARIADIC = { variadic: true } as const;
// A structure that is passed in memory is the stack itself.
const WORDS_8 = rffi.CStruct('words_8', ['w', rffi.CFixedArray(rffi.LONG, 8)]);
const WORDS_128 = rffi.CStruct('words_128', ['w', rffi.CFixedArray(rffi.LONG, 128)]);
const STACK_8 = [...REGISTERS, WORDS_8] as const;
const STACK_128 = [...REGISTERS, WORDS_128] as const;
const PLAIN = lltype.Ptr(lltype.FuncType(REGISTERS, MIXED, VARIADIC));

/** Calls what the frame says. errno is the frame's, before the call and after it. */
export function call(): void {
  const [w, d] = [words, doubles];
  errno[0] = halves[ERRNO];
  halves[DEPTH] += 1;
  if (halves[SHAPE] === 0) {
    const code = rffi.cast(PLAIN, w[0]);
    using r = code(
      w[1],
      w[2],
      w[3],
      w[4],
      w[5],
      w[6],
      d[7],
      d[8],
      d[9],
      d[10],
      d[11],
      d[12],
      d[13],
      d[14],
    );
    w[RESULT] = r.ptr.c_i;
    d[RESULT + 2] = r.ptr.c_d;
  } else {
    call_shape(halves[SHAPE], w, d);
  }
  halves[DEPTH] -= 1;
  halves[ERRNO] = errno[0];
  if (halves[PENDING] === THROWN) halves[PENDING] = 0;
}

/** The kind of result (0 … 2), and 3 for each size of the stack. */
function call_shape(shape: i32, w: Words, d: Doubles): void {
  if (shape === 1) call_two_integers(w, d);
  else if (shape === 2) call_two_floats(w, d);
  else if (shape === 3) call_mixed_8(w, d);
  else if (shape === 4) call_two_integers_8(w, d);
  else if (shape === 5) call_two_floats_8(w, d);
  else if (shape === 6) call_mixed_128(w, d);
  else if (shape === 7) call_two_integers_128(w, d);
  else call_two_floats_128(w, d);
}

const TWO_INTEGERS_CODE = lltype.Ptr(lltype.FuncType(REGISTERS, TWO_INTEGERS, VARIADIC));
function call_two_integers(w: Words, d: Doubles): void {
  const code = rffi.cast(TWO_INTEGERS_CODE, w[0]);
  using r = code(
    w[1],
    w[2],
    w[3],
    w[4],
    w[5],
    w[6],
    d[7],
    d[8],
    d[9],
    d[10],
    d[11],
    d[12],
    d[13],
    d[14],
  );
  w[RESULT] = r.ptr.c_a;
  w[RESULT + 1] = r.ptr.c_b;
}

const TWO_FLOATS_CODE = lltype.Ptr(lltype.FuncType(REGISTERS, TWO_FLOATS, VARIADIC));
function call_two_floats(w: Words, d: Doubles): void {
  const code = rffi.cast(TWO_FLOATS_CODE, w[0]);
  using r = code(
    w[1],
    w[2],
    w[3],
    w[4],
    w[5],
    w[6],
    d[7],
    d[8],
    d[9],
    d[10],
    d[11],
    d[12],
    d[13],
    d[14],
  );
  d[RESULT + 2] = r.ptr.c_a;
  d[RESULT + 3] = r.ptr.c_b;
}

const MIXED_8_CODE = lltype.Ptr(lltype.FuncType(STACK_8, MIXED, VARIADIC));
function call_mixed_8(w: Words, d: Doubles): void {
  const code = rffi.cast(MIXED_8_CODE, w[0]);
  const stack = rffi.cast(lltype.Ptr(WORDS_8), rffi.ptradd(w, STACK));
  using r = code(
    w[1],
    w[2],
    w[3],
    w[4],
    w[5],
    w[6],
    d[7],
    d[8],
    d[9],
    d[10],
    d[11],
    d[12],
    d[13],
    d[14],
    stack,
  );
  w[RESULT] = r.ptr.c_i;
  d[RESULT + 2] = r.ptr.c_d;
}

const TWO_INTEGERS_8_CODE = lltype.Ptr(lltype.FuncType(STACK_8, TWO_INTEGERS, VARIADIC));
function call_two_integers_8(w: Words, d: Doubles): void {
  const code = rffi.cast(TWO_INTEGERS_8_CODE, w[0]);
  const stack = rffi.cast(lltype.Ptr(WORDS_8), rffi.ptradd(w, STACK));
  using r = code(
    w[1],
    w[2],
    w[3],
    w[4],
    w[5],
    w[6],
    d[7],
    d[8],
    d[9],
    d[10],
    d[11],
    d[12],
    d[13],
    d[14],
    stack,
  );
  w[RESULT] = r.ptr.c_a;
  w[RESULT + 1] = r.ptr.c_b;
}

const TWO_FLOATS_8_CODE = lltype.Ptr(lltype.FuncType(STACK_8, TWO_FLOATS, VARIADIC));
function call_two_floats_8(w: Words, d: Doubles): void {
  const code = rffi.cast(TWO_FLOATS_8_CODE, w[0]);
  const stack = rffi.cast(lltype.Ptr(WORDS_8), rffi.ptradd(w, STACK));
  using r = code(
    w[1],
    w[2],
    w[3],
    w[4],
    w[5],
    w[6],
    d[7],
    d[8],
    d[9],
    d[10],
    d[11],
    d[12],
    d[13],
    d[14],
    stack,
  );
  d[RESULT + 2] = r.ptr.c_a;
  d[RESULT + 3] = r.ptr.c_b;
}

const MIXED_128_CODE = lltype.Ptr(lltype.FuncType(STACK_128, MIXED, VARIADIC));
function call_mixed_128(w: Words, d: Doubles): void {
  const code = rffi.cast(MIXED_128_CODE, w[0]);
  const stack = rffi.cast(lltype.Ptr(WORDS_128), rffi.ptradd(w, STACK));
  using r = code(
    w[1],
    w[2],
    w[3],
    w[4],
    w[5],
    w[6],
    d[7],
    d[8],
    d[9],
    d[10],
    d[11],
    d[12],
    d[13],
    d[14],
    stack,
  );
  w[RESULT] = r.ptr.c_i;
  d[RESULT + 2] = r.ptr.c_d;
}

const TWO_INTEGERS_128_CODE = lltype.Ptr(lltype.FuncType(STACK_128, TWO_INTEGERS, VARIADIC));
function call_two_integers_128(w: Words, d: Doubles): void {
  const code = rffi.cast(TWO_INTEGERS_128_CODE, w[0]);
  const stack = rffi.cast(lltype.Ptr(WORDS_128), rffi.ptradd(w, STACK));
  using r = code(
    w[1],
    w[2],
    w[3],
    w[4],
    w[5],
    w[6],
    d[7],
    d[8],
    d[9],
    d[10],
    d[11],
    d[12],
    d[13],
    d[14],
    stack,
  );
  w[RESULT] = r.ptr.c_a;
  w[RESULT + 1] = r.ptr.c_b;
}

const TWO_FLOATS_128_CODE = lltype.Ptr(lltype.FuncType(STACK_128, TWO_FLOATS, VARIADIC));
function call_two_floats_128(w: Words, d: Doubles): void {
  const code = rffi.cast(TWO_FLOATS_128_CODE, w[0]);
  const stack = rffi.cast(lltype.Ptr(WORDS_128), rffi.ptradd(w, STACK));
  using r = code(
    w[1],
    w[2],
    w[3],
    w[4],
    w[5],
    w[6],
    d[7],
    d[8],
    d[9],
    d[10],
    d[11],
    d[12],
    d[13],
    d[14],
    stack,
  );
  d[RESULT + 2] = r.ptr.c_a;
  d[RESULT + 3] = r.ptr.c_b;
}

// ---- functions of closed libraries ----

const NOTHING = rffi.CCallback([], rffi.VOID);
function closed(): void {
  halves[PENDING] = CLOSED;
}
/** A C function to be called in place of those of a library that is closed. */
export function closed_code(): usize {
  return rffi.cast(rffi.SIZE_T, rffi.llhelper(NOTHING, closed));
}
