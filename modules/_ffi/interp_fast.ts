'use mixmod';
// Instructions and the C++ interface of V8, found when it runs → a JavaScript function that V8's optimized code calls as C calls C.
import { type i32, lltype, rffi, type u32, usize } from 'mixmod';

const own = rffi.ExternalCompilationInfo({
  includes: ['dlfcn.h', 'errno.h', 'string.h', 'sys/mman.h'],
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

const c_dlopen = rffi.llexternal('dlopen', [rffi.CCHARP, rffi.INT], P, libc);
const c_dlsym = rffi.llexternal('dlsym', [P, rffi.CCHARP], P, libc);
const RTLD_LAZY = 1;

// C++ methods are functions of their mangled names; a `Local` is a pointer, and so is an `napi_value`.
const CODE = rffi.CCallback([P], rffi.VOID);
const CURRENT = rffi.CCallback([], P);
const OF_ISOLATE = rffi.CCallback([P], P);
const GET_FUNCTION = rffi.CCallback([P, P], P);
const I = rffi.INT;
const H = rffi.USHORT;
const NEW_TEMPLATE = rffi.CCallback([P, CODE, P, P, I, I, I, P, H, H, H], P);

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
  const self = c_dlopen(null, RTLD_LAZY);
  const current = find(self, '_ZN2v87Isolate10GetCurrentEv');
  const context = find(self, '_ZN2v87Isolate17GetCurrentContextEv');
  const make = find(self, TEMPLATE_NEW);
  const get = find(self, '_ZN2v816FunctionTemplate11GetFunctionENS_5LocalINS_7ContextEEE');
  if (current === null || context === null || make === null || get === null) return false;
  const isolate = rffi.cast(CURRENT, current)();
  if (isolate === null) return false;
  const at = executable(instructions);
  if (at === 0) return false;
  const code = rffi.cast(CODE, at);
  const template = rffi.cast(NEW_TEMPLATE, make)(
    isolate,
    code,
    null,
    null,
    0,
    0,
    0,
    count === 0 ? null : c_function(target === 0 ? at + fast : target, result, count, args),
    0,
    0,
    0,
  );
  if (template === null) return false;
  const made = rffi.cast(GET_FUNCTION, get)(template, rffi.cast(OF_ISOLATE, context)(isolate));
  if (made === null) return false;
  using slot = lltype.scoped_alloc(PP.to, 1, { zero: true });
  using key = rffi.scoped_str2charp(name);
  if (napi_get_global(napi_env(), slot.ptr) !== 0) return false;
  return napi_set_named_property(napi_env(), slot.ptr[0], key.ptr, made) === 0;
}

const TEMPLATE_NEW =
  '_ZN2v816FunctionTemplate3NewEPNS_7IsolateEPFvRKNS_20FunctionCallbackInfoINS_5ValueEEEENS_5LocalIS4_EENSA_INS_9SignatureEEEiNS_19ConstructorBehaviorENS_14SideEffectTypeEPKNS_9CFunctionEttt';

function find(library: rffi.VoidPtr | null, name: string): rffi.VoidPtr | null {
  using key = rffi.scoped_str2charp(name);
  return c_dlsym(library, key.ptr);
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
