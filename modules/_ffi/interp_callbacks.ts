'use mixmod';
// C's call of a callback → the frame, the JavaScript function that reads it, and the result in registers.
import { type f64, type i32, type isize, lltype, rffi, type usize } from 'mixmod';
import { forget, run, take } from './interp_enter.ts';
import {
  DEPTH,
  doubles,
  errno,
  EXTENDED,
  FREED,
  halves,
  INCOMING,
  INCOMING_STACK,
  MIXED,
  OUTGOING,
  PENDING,
  REGISTERS,
  RESULT,
  THROWN,
  TWO_FLOATS,
  TWO_INTEGERS,
  words,
} from './interp_words.ts';

// A function that takes everything that registers and the stack may hold can be called as a function of any type. What its caller has
// not put on the stack is not read.
const WORDS_32 = rffi.CStruct('words_32', ['w', rffi.CFixedArray(rffi.LONG, 32)]);
const INCOMING_TYPES = [...REGISTERS, WORDS_32] as const;
type Stack = lltype.Ptr<typeof WORDS_32>;

/** `callee`: what interp_enter.ts has taken; 0 once the callback is freed. `stack`: how many words of it the callback takes. */
const RECORD = rffi.CStruct('callback_record', ['callee', rffi.SIZE_T], ['stack', rffi.INT]);
type Record = lltype.Ptr<typeof RECORD>;

function registers(
  i0: isize,
  i1: isize,
  i2: isize,
  i3: isize,
  i4: isize,
  i5: isize,
  d0: f64,
  d1: f64,
  d2: f64,
  d3: f64,
  d4: f64,
  d5: f64,
  d6: f64,
  d7: f64,
): void {
  const [w, d] = [words, doubles];
  w[INCOMING + 1] = i0;
  w[INCOMING + 2] = i1;
  w[INCOMING + 3] = i2;
  w[INCOMING + 4] = i3;
  w[INCOMING + 5] = i4;
  w[INCOMING + 6] = i5;
  d[INCOMING + 7] = d0;
  d[INCOMING + 8] = d1;
  d[INCOMING + 9] = d2;
  d[INCOMING + 10] = d3;
  d[INCOMING + 11] = d4;
  d[INCOMING + 12] = d5;
  d[INCOMING + 13] = d6;
  d[INCOMING + 14] = d7;
}

/** Runs the callback in JavaScript, unless an error is on its way. C finds errno as it was. */
function enter(record: Record, stack: Stack): void {
  const kept = errno[0];
  for (let i: i32 = 0; i < record.c_stack; i++) words[INCOMING_STACK + i] = stack.c_w[i];
  words[OUTGOING] = 0;
  words[OUTGOING + 1] = 0;
  if (halves[PENDING] === 0) {
    const callee = record.c_callee;
    if (callee === 0) halves[PENDING] = FREED;
    else run(rffi.cast(rffi.VOIDP, callee));
    // The event loop has called, for another thread: no call of C throws it.
    if (halves[DEPTH] === 0 && halves[PENDING] === THROWN) halves[PENDING] = 0;
  }
  errno[0] = kept;
}

const MIXED_CALLBACK = rffi.CCallback(INCOMING_TYPES, MIXED);
function mixed_callback(record: Record): usize {
  const code = rffi.callback(
    MIXED_CALLBACK,
    (i0, i1, i2, i3, i4, i5, d0, d1, d2, d3, d4, d5, d6, d7, stack) => {
      registers(i0, i1, i2, i3, i4, i5, d0, d1, d2, d3, d4, d5, d6, d7);
      enter(record, stack);
      return rffi.cast(lltype.Ptr(MIXED), rffi.ptradd(words, OUTGOING));
    },
  );
  return rffi.cast(rffi.SIZE_T, code);
}

const TWO_INTEGERS_CALLBACK = rffi.CCallback(INCOMING_TYPES, TWO_INTEGERS);
function two_integers_callback(record: Record): usize {
  const code = rffi.callback(
    TWO_INTEGERS_CALLBACK,
    (i0, i1, i2, i3, i4, i5, d0, d1, d2, d3, d4, d5, d6, d7, stack) => {
      registers(i0, i1, i2, i3, i4, i5, d0, d1, d2, d3, d4, d5, d6, d7);
      enter(record, stack);
      return rffi.cast(lltype.Ptr(TWO_INTEGERS), rffi.ptradd(words, OUTGOING));
    },
  );
  return rffi.cast(rffi.SIZE_T, code);
}

const TWO_FLOATS_CALLBACK = rffi.CCallback(INCOMING_TYPES, TWO_FLOATS);
function two_floats_callback(record: Record): usize {
  const code = rffi.callback(
    TWO_FLOATS_CALLBACK,
    (i0, i1, i2, i3, i4, i5, d0, d1, d2, d3, d4, d5, d6, d7, stack) => {
      registers(i0, i1, i2, i3, i4, i5, d0, d1, d2, d3, d4, d5, d6, d7);
      enter(record, stack);
      return rffi.cast(lltype.Ptr(TWO_FLOATS), rffi.ptradd(words, OUTGOING));
    },
  );
  return rffi.cast(rffi.SIZE_T, code);
}

const EXTENDED_CALLBACK = rffi.CCallback(INCOMING_TYPES, EXTENDED);
function extended_callback(record: Record): usize {
  const code = rffi.callback(
    EXTENDED_CALLBACK,
    (i0, i1, i2, i3, i4, i5, d0, d1, d2, d3, d4, d5, d6, d7, stack) => {
      registers(i0, i1, i2, i3, i4, i5, d0, d1, d2, d3, d4, d5, d6, d7);
      enter(record, stack);
      return rffi.cast(lltype.Ptr(EXTENDED), rffi.ptradd(words, OUTGOING));
    },
  );
  return rffi.cast(rffi.SIZE_T, code);
}

/**
 * A C function pointer for the JavaScript function in the holder; 0 when memory is exhausted. `shape`: the kind of its result, `stack`:
 * how many words it takes from the stack. The address of its record goes to the frame.
 */
export function make_callback(shape: i32, stack: i32): usize {
  const record = lltype.malloc(RECORD, { flavor: 'raw' });
  record.c_callee = rffi.cast(rffi.SIZE_T, take());
  record.c_stack = stack;
  words[RESULT] = rffi.cast(rffi.LONG, record);
  if (shape === 1) return two_integers_callback(record);
  if (shape === 2) return two_floats_callback(record);
  if (shape === 3) return extended_callback(record);
  return mixed_callback(record);
}

/** C may still hold the pointer: what calls it is told so. */
export function retire_callback(address: usize): void {
  const record = rffi.cast(lltype.Ptr(RECORD), address);
  forget(rffi.cast(rffi.VOIDP, record.c_callee));
  record.c_callee = 0;
}

export function free_callback(code: usize, record: usize): void {
  rffi.free_callback(rffi.cast(rffi.VOIDP, code));
  lltype.free(rffi.cast(lltype.Ptr(RECORD), record), { flavor: 'raw' });
}
