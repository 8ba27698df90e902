'use mixmod';
// Instructions → a JavaScript function that V8's optimized code calls as C calls C.
import { type i32, lltype, rffi, type u32, usize } from 'mixmod';

const own = rffi.ExternalCompilationInfo({
  includes: ['errno.h', 'string.h', 'sys/mman.h'],
});
const libc = { compilation_info: own };
const P = rffi.VOIDP;
const PP = rffi.VOIDPP;
const c_errno = rffi.llexternal('__errno_location', [], rffi.INTP, libc);
const c_memcpy = rffi.llexternal('memcpy', [P, P, rffi.SIZE_T], P, libc);
const napi_env = rffi.llexternal('mm.napi', [], P);
const napi = { compilation_info: rffi.ExternalCompilationInfo({}) };
const napi_get_global = rffi.llexternal('napi_get_global', [P, PP], rffi.INT, napi);
const napi_set_named_property = rffi.llexternal(
  'napi_set_named_property',
  [P, P, rffi.CCHARP, P],
  rffi.INT,
  napi,
);

const napi_get_named_property = rffi.llexternal(
  'napi_get_named_property',
  [P, P, rffi.CCHARP, PP],
  rffi.INT,
  napi,
);

/** A function of V8 (runtime/prelude/fast.ll). */
const v8_function = rffi.llexternal('mm.v8_function', [P, P], P);

const CODE = rffi.CCallback([P], rffi.VOID);
const I = rffi.INT;

/** `v8::CFunction`, the `v8::CFunctionInfo` that it points to, and the `v8::CTypeInfo`s of that: the receiver's is the first. */
const C_FUNCTION = rffi.CStruct('c_function', ['address', CODE], ['info', P]);
const C_FUNCTION_INFO = rffi.CStruct(
  'c_function_info',
  ['result', rffi.UINT],
  ['count', rffi.UINT],
  ['args', P],
);

const c_mmap = rffi.llexternal('mmap', [P, rffi.SIZE_T, I, I, I, rffi.LONG], P, libc);
const c_mprotect = rffi.llexternal('mprotect', [P, rffi.SIZE_T, I], I, libc);
const PAGE: usize = 4096;
const READ_WRITE: i32 = 3;
const READ_EXECUTE: i32 = 5;
const PRIVATE_ANONYMOUS: i32 = 0x22;

/** What is being filled. It is of this thread alone: nobody runs what is in it while it cannot be run. */
let page: usize = 0;
let used: usize = 0;

/** Memory that holds the instructions; 0 where the system allows none. It stays until the process ends. */
function executable(code: Uint8Array): usize {
  const size = usize(code.length);
  if (size > PAGE) return 0;
  if (page === 0 || used + size > PAGE) {
    page = rffi.cast(rffi.SIZE_T, c_mmap(null, PAGE, READ_WRITE, PRIVATE_ANONYMOUS, -1, 0));
    used = 0;
    // MAP_FAILED is -1.
    if (page % PAGE !== 0) page = 0;
    if (page === 0) return 0;
  } else if (c_mprotect(rffi.cast(P, page), PAGE, READ_WRITE) !== 0) return 0;
  using from = rffi.scoped_nonmovingbuffer(code);
  const at = page + used;
  c_memcpy(rffi.cast(P, at), rffi.cast(P, from.ptr), size);
  // Functions begin at a multiple of 16.
  used += size + 16 - (size % 16);
  return c_mprotect(rffi.cast(P, page), PAGE, READ_EXECUTE) === 0 ? at : 0;
}

/** Where errno of this thread is. */
export function errno_address(): usize {
  return rffi.cast(rffi.SIZE_T, c_errno());
}

/**
 * Makes a function the property `name` of the global object. V8's optimized code calls it without leaving JavaScript's state: nothing
 * that it calls may run JavaScript. `instructions` are what it does: for V8's other code from the start, for the optimized from
 * `fast`, or what lies at the address `target` where that is not 0. `result`: what V8 knows of its result, 0 for nothing. `args`: what it
 * knows of its `count` operands, and where there are none it is a function like any of an addon, which may run JavaScript. False where the
 * host has no V8 of the expected interface.
 */
export function make_fast(
  name: string,
  instructions: Uint8Array,
  fast: usize,
  target: usize,
  result: u32,
  count: u32,
  args: Uint8Array,
): boolean {
  const at = executable(instructions);
  if (at === 0) return false;
  const function_of =
    count === 0 ? null : c_function(target === 0 ? at + fast : target, result, count, args);
  const made = v8_function(rffi.cast(P, at), function_of);
  if (made === null) return false;
  using slot = lltype.scoped_alloc(PP.to, 1, { zero: true });
  using key = rffi.scoped_str2charp(name);
  if (napi_get_global(napi_env(), slot.ptr) !== 0) return false;
  return napi_set_named_property(napi_env(), slot.ptr[0], key.ptr, made) === 0;
}

/**
 * Four bytes of V8's object that is the property `name` of the global object, at an offset; or where `then` is not negative, at that
 * offset of the object to which it refers there. 0 where there is none. References are addresses and 1, and so is what a handle refers to.
 */
export function peek(name: string, offset: i32, then: i32): i32 {
  using slot = lltype.scoped_alloc(PP.to, 1, { zero: true });
  using key = rffi.scoped_str2charp(name);
  const env = napi_env();
  if (napi_get_global(env, slot.ptr) !== 0) return 0;
  if (napi_get_named_property(env, slot.ptr[0], key.ptr, slot.ptr) !== 0) return 0;
  const object = rffi.cast(PP, slot.ptr[0])[0];
  if (then < 0) return rffi.cast(rffi.INTP, place(object, offset))[0];
  const other = rffi.cast(PP, place(object, offset))[0];
  return rffi.cast(rffi.INTP, place(other, then))[0];
}

function place(reference: rffi.VoidPtr | null, offset: i32): rffi.VoidPtr {
  return rffi.cast(rffi.VOIDP, rffi.ptradd(rffi.cast(rffi.CCHARP, reference), offset - 1));
}

/** Lives as long as the process: so does compiled code that has its address. */
function c_function(address: usize, result: u32, count: u32, args: Uint8Array): rffi.VoidPtr {
  const types = lltype.malloc(rffi.CArray(rffi.UCHAR), args.length, { flavor: 'raw' });
  for (let i = 0; i < args.length; i++) types[i] = args[i];
  const info = lltype.malloc(C_FUNCTION_INFO, { flavor: 'raw', zero: true });
  info.c_result = result;
  info.c_count = count;
  info.c_args = rffi.cast(P, types);
  const made = lltype.malloc(C_FUNCTION, { flavor: 'raw' });
  made.c_address = rffi.cast(CODE, address);
  made.c_info = rffi.cast(P, info);
  return rffi.cast(P, made);
}
