'use mixmod';
// A frame of registers in memory that JavaScript shares → one call of C, and back: what the generated functions of `_ffi` are made of.
// Nothing is converted here. Which value goes to which register was decided when the function was made (modules/_ffi/assign.ts).
import { type f64, type i32, type isize, lltype, rffi, type usize } from 'mixmod';
import { callReleased } from './interp_released.ts';

const own = rffi.ExternalCompilationInfo({
  includes: ['errno.h', 'string.h'],
});
const libc = { compilation_info: own };

// ---- the frame: the places of modules/_ffi/frame.ts ----

/** In words of 8 bytes: rax, rdx, xmm0, xmm1. Word 0 is the code, then come six integer and eight floating point registers. */
const RESULT = 16;
const STACK = 24;
/** Of a callback: its arguments lie as those of a call do. */
const INCOMING = 160;
const OUTGOING = 176;
const INCOMING_STACK = 192;
/** In words of 4 bytes. */
const ERRNO = 40;
const PENDING = 41;
const SHAPE = 43;
const CALLBACK = 44;

type Words = lltype.Ptr<typeof rffi.LONGP.to>;
type Doubles = lltype.Ptr<typeof rffi.DOUBLEP.to>;
let words: Words = lltype.nullptr(rffi.LONGP.to);
let halves = lltype.nullptr(rffi.INTP.to);
let doubles: Doubles = lltype.nullptr(rffi.DOUBLEP.to);
/** errno of this thread. */
let errno = lltype.nullptr(rffi.INTP.to);

const c_errno = rffi.llexternal('__errno_location', [], rffi.INTP, libc);

/** Takes the frame's address. It must stay there as long as anything is called. */
export function attach(address: usize): void {
  words = rffi.cast(rffi.LONGP, address);
  halves = rffi.cast(rffi.INTP, address);
  doubles = rffi.cast(rffi.DOUBLEP, address);
  errno = c_errno();
}

// ---- calls ----

const L = rffi.LONG;
const D = rffi.DOUBLE;
/** rax and xmm0: where the result of every function is that does not return a structure. */
const MIXED = rffi.CStruct('mixed', ['i', L], ['d', D]);
const TWO_INTEGERS = rffi.CStruct('two_integers', ['a', L], ['b', L]);
const TWO_FLOATS = rffi.CStruct('two_floats', ['a', D], ['b', D]);

// A call with all registers loaded is a call of any function: what it does not take, it does not read; the same goes for more on the
// stack than it takes. `variadic` puts the number of floating point registers into al, where variadic functions look for it.
const VARIADIC = { variadic: true } as const;
const REGISTERS = [L, L, L, L, L, L, D, D, D, D, D, D, D, D] as const;
// A structure that is passed in memory is the stack itself.
const WORDS_8 = rffi.CStruct('words_8', ['w', rffi.CFixedArray(L, 8)]);
const WORDS_128 = rffi.CStruct('words_128', ['w', rffi.CFixedArray(L, 128)]);
const STACK_8 = [...REGISTERS, WORDS_8] as const;
const STACK_128 = [...REGISTERS, WORDS_128] as const;
const PLAIN = lltype.Ptr(lltype.FuncType(REGISTERS, MIXED, VARIADIC));

/** Calls what the frame says. errno is the frame's, before the call and after it. */
export function call(): void {
  const [w, d] = [words, doubles];
  errno[0] = halves[ERRNO];
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
  halves[ERRNO] = errno[0];
}

/** The same on a helper thread. It is part of this module, whose callbacks it lets run meanwhile. */
export function call_released(): void {
  callReleased(words);
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

// ---- callbacks ----

// The reverse: a function that takes everything that registers and the stack may hold can be called as a function of any type. Beyond
// what its caller has put on the stack it reads what lies there.
const WORDS_32 = rffi.CStruct('words_32', ['w', rffi.CFixedArray(L, 32)]);
const INCOMING_TYPES = [...REGISTERS, WORDS_32] as const;
/** The callback's number; 0 once it is freed. */
const RECORD = rffi.CArray(rffi.INT);
type Record = lltype.Ptr<typeof RECORD>;

/** `PENDING`: JavaScript has kept what a callback threw (1, set there), a freed callback was called, JavaScript could not run. */
const FREED: i32 = 2;
const FAILED: i32 = 3;
/** The library of the function is closed. */
const CLOSED: i32 = 4;

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
function enter(record: Record): void {
  const kept = errno[0];
  words[OUTGOING] = 0;
  words[OUTGOING + 1] = 0;
  if (halves[PENDING] === 0) {
    if (record[0] === 0) halves[PENDING] = FREED;
    else run(record[0]);
  }
  errno[0] = kept;
}

const MIXED_CALLBACK = rffi.CCallback(INCOMING_TYPES, MIXED);
function mixed_callback(record: Record): usize {
  const code = rffi.callback(
    MIXED_CALLBACK,
    (i0, i1, i2, i3, i4, i5, d0, d1, d2, d3, d4, d5, d6, d7, stack) => {
      registers(i0, i1, i2, i3, i4, i5, d0, d1, d2, d3, d4, d5, d6, d7);
      rffi.structcopy(rffi.cast(lltype.Ptr(WORDS_32), rffi.ptradd(words, INCOMING_STACK)), stack);
      enter(record);
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
      rffi.structcopy(rffi.cast(lltype.Ptr(WORDS_32), rffi.ptradd(words, INCOMING_STACK)), stack);
      enter(record);
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
      rffi.structcopy(rffi.cast(lltype.Ptr(WORDS_32), rffi.ptradd(words, INCOMING_STACK)), stack);
      enter(record);
      return rffi.cast(lltype.Ptr(TWO_FLOATS), rffi.ptradd(words, OUTGOING));
    },
  );
  return rffi.cast(rffi.SIZE_T, code);
}

/** A C function pointer; 0 when memory is exhausted. `shape`: the kind of its result. The address of its record goes to the frame. */
export function make_callback(id: i32, shape: i32): usize {
  const record = lltype.malloc(RECORD, 1, { flavor: 'raw' });
  record[0] = id;
  words[RESULT] = rffi.cast(rffi.LONG, record);
  if (shape === 1) return two_integers_callback(record);
  if (shape === 2) return two_floats_callback(record);
  return mixed_callback(record);
}

/** C may still hold the pointer: what calls it is told so. */
export function retire_callback(record: usize): void {
  rffi.cast(lltype.Ptr(RECORD), record)[0] = 0;
}

export function free_callback(code: usize, record: usize): void {
  rffi.free_callback(rffi.cast(rffi.VOIDP, code));
  lltype.free(rffi.cast(lltype.Ptr(RECORD), record), { flavor: 'raw' });
}

const napi_env = rffi.llexternal('mm.napi', [], rffi.VOIDP);
const napi = { compilation_info: rffi.ExternalCompilationInfo({}) };
const P = rffi.VOIDP;
const PP = rffi.VOIDPP;
const napi_get_global = rffi.llexternal('napi_get_global', [P, PP], rffi.INT, napi);
const napi_get_named_property = rffi.llexternal(
  'napi_get_named_property',
  [P, P, rffi.CCHARP, PP],
  rffi.INT,
  napi,
);
const napi_create_reference = rffi.llexternal(
  'napi_create_reference',
  [P, P, rffi.UINT, PP],
  rffi.INT,
  napi,
);
const napi_get_reference_value = rffi.llexternal(
  'napi_get_reference_value',
  [P, P, PP],
  rffi.INT,
  napi,
);
const napi_call_function = rffi.llexternal(
  'napi_call_function',
  [P, P, P, rffi.SIZE_T, PP, PP],
  rffi.INT,
  napi,
);
const napi_open_handle_scope = rffi.llexternal('napi_open_handle_scope', [P, PP], rffi.INT, napi);
const napi_close_handle_scope = rffi.llexternal('napi_close_handle_scope', [P, P], rffi.INT, napi);

/** `napi_pending_exception`. */
const PENDING_EXCEPTION = 10;
/** A reference to the JavaScript function that runs all callbacks. */
let dispatcher: rffi.VoidPtr | null = null;

/** Takes the function that is the property `name` of the global object. It must not throw. False where there is none. */
export function set_dispatcher(name: string): boolean {
  using slot = lltype.scoped_alloc(PP.to, 1, { zero: true });
  using key = rffi.scoped_str2charp(name);
  const env = napi_env();
  if (napi_get_global(env, slot.ptr) !== 0) return false;
  if (napi_get_named_property(env, slot.ptr[0], key.ptr, slot.ptr) !== 0) return false;
  if (napi_create_reference(env, slot.ptr[0], 1, slot.ptr) !== 0) return false;
  dispatcher = slot.ptr[0];
  return true;
}

/** What it throws, where the thread is ending or its stack is full, V8 throws when the C function has returned. */
function run(id: i32): void {
  const env = napi_env();
  using scope = lltype.scoped_alloc(PP.to, 1);
  using callee = lltype.scoped_alloc(PP.to, 1, { zero: true });
  if (napi_open_handle_scope(env, scope.ptr) !== 0) {
    halves[PENDING] = FAILED;
    return;
  }
  halves[CALLBACK] = id;
  let status = napi_get_reference_value(env, dispatcher, callee.ptr);
  const of = callee.ptr[0];
  if (status === 0) status = napi_call_function(env, of, of, 0, null, callee.ptr);
  napi_close_handle_scope(env, scope.ptr[0]);
  if (status !== 0 && status !== PENDING_EXCEPTION) halves[PENDING] = FAILED;
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
