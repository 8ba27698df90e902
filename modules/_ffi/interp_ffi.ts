'use mixmod';
// libffi and the dynamic linker for JavaScript, as plain calls on addresses: what `_ffi`, and the untranslated execution, are made of.
// Addresses are numbers. Nothing here knows the types of what is called; the callers do.
import { type i32, lltype, rffi, rposix, u32, u64, type u8, usize } from 'mixmod';

const ffi = rffi.ExternalCompilationInfo({
  includes: ['ffi.h', 'dlfcn.h', 'string.h', 'sys/uio.h', 'unistd.h'],
  pre_include_bits: ['#define _GNU_SOURCE 1'],
  libraries: ['ffi'],
});
const libc = { compilation_info: ffi };

const c_dlopen = rffi.llexternal('dlopen', [rffi.CCHARP, rffi.INT], rffi.VOIDP, libc);
const c_dlsym = rffi.llexternal('dlsym', [rffi.VOIDP, rffi.CCHARP], rffi.VOIDP, libc);
const c_dlclose = rffi.llexternal('dlclose', [rffi.VOIDP], rffi.INT, libc);
const c_dlerror = rffi.llexternal('dlerror', [], rffi.CCHARP, libc);
const c_getpid = rffi.llexternal('getpid', [], rffi.INT, libc);

// ---- libraries ----

/** 0 where it cannot be loaded: `link_error` says why. No path stands for what the process has loaded itself. */
export function open_library(path: string | null, mode: i32): usize {
  if (path === null) return rffi.cast(rffi.SIZE_T, c_dlopen(null, mode));
  using name = rffi.scoped_str2charp(path);
  return rffi.cast(rffi.SIZE_T, c_dlopen(name.ptr, mode));
}

export function close_library(library: usize): i32 {
  return c_dlclose(rffi.cast(rffi.VOIDP, library));
}

/** 0 where the library has no such symbol. */
export function symbol(library: usize, name: string): usize {
  using text = rffi.scoped_str2charp(name);
  return rffi.cast(rffi.SIZE_T, c_dlsym(rffi.cast(rffi.VOIDP, library), text.ptr));
}

/** What the last of them that failed says; '' where there is nothing to say. */
export function link_error(): string {
  const text = c_dlerror();
  return text === null ? '' : rffi.charp2str(text);
}

// ---- memory ----

export function allocate(bytes: usize): usize {
  return rffi.cast(
    rffi.SIZE_T,
    lltype.malloc(rffi.CArray(rffi.CHAR), bytes, { flavor: 'raw', zero: true }),
  );
}

export function release(address: usize): void {
  lltype.free(rffi.cast(rffi.CCHARP, address), { flavor: 'raw' });
}

/** Where an array's first element lies. It stays there: memory of this kind is not moved. */
export function address_of(data: Uint8Array): usize {
  using buffer = rffi.scoped_nonmovingbuffer(data);
  return rffi.cast(rffi.SIZE_T, buffer.ptr);
}

/** The string at an address that is not 0, from UTF-8. */
export function text(address: usize): string {
  return rffi.charp2str(rffi.cast(rffi.CCHARP, address));
}

export function wide_text(address: usize): string {
  return rffi.wcharp2unicode(rffi.cast(rffi.CWCHARP, address));
}

const IOVEC = rffi.CStruct('iovec', ['iov_base', rffi.VOIDP], ['iov_len', rffi.SIZE_T]);
const IOVECP = lltype.Ptr(IOVEC);
const TRANSFER = [rffi.INT, IOVECP, rffi.ULONG, IOVECP, rffi.ULONG, rffi.ULONG] as const;
const c_read = rffi.llexternal('process_vm_readv', TRANSFER, rffi.SSIZE_T, {
  compilation_info: ffi,
  save_err: rffi.RFFI_SAVE_ERRNO,
});
const c_write = rffi.llexternal('process_vm_writev', TRANSFER, rffi.SSIZE_T, {
  compilation_info: ffi,
  save_err: rffi.RFFI_SAVE_ERRNO,
});
const EFAULT: i32 = 14;

/** Copies memory of the process into `data`. False where it is not mapped, so that a wrong address is no crash. */
export function read_memory(address: usize, data: Uint8Array): boolean {
  return transfer(address, data, false);
}

export function write_memory(address: usize, data: Uint8Array): boolean {
  return transfer(address, data, true);
}

function transfer(address: usize, data: Uint8Array, writes: boolean): boolean {
  if (data.length === 0) return true;
  using buffer = rffi.scoped_nonmovingbuffer(data);
  using here = lltype.scoped_alloc(IOVEC);
  using there = lltype.scoped_alloc(IOVEC);
  const size = usize(data.length);
  here.ptr.c_iov_base = rffi.cast(rffi.VOIDP, buffer.ptr);
  here.ptr.c_iov_len = size;
  there.ptr.c_iov_base = rffi.cast(rffi.VOIDP, address);
  there.ptr.c_iov_len = size;
  const process = c_getpid();
  const moved = writes
    ? c_write(process, here.ptr, 1, there.ptr, 1, 0)
    : c_read(process, here.ptr, 1, there.ptr, 1, 0);
  if (moved === data.length) return true;
  // Where the system forbids the call, the memory is trusted.
  if (moved >= 0 || rposix.get_saved_errno() === EFAULT) return false;
  const memory = rffi.cast(rffi.CCHARP, address);
  if (writes) rffi.c_memcpy(memory, buffer.ptr, data.length);
  else rffi.c_memcpy(buffer.ptr, memory, data.length);
  return true;
}

// ---- types and calls ----

const TYPE = rffi.CStruct(
  '_ffi_type',
  ['size', rffi.SIZE_T],
  ['alignment', rffi.USHORT],
  ['type', rffi.USHORT],
  ['elements', rffi.VOIDPP],
);
const TYPES = rffi.CArray(lltype.Ptr(TYPE));
const CIF = rffi.COpaque('ffi_cif', { size: 32 });

const c_prep_cif = rffi.llexternal(
  'ffi_prep_cif',
  [lltype.Ptr(CIF), rffi.UINT, rffi.UINT, lltype.Ptr(TYPE), lltype.Ptr(TYPES)],
  rffi.UINT,
  libc,
);
const c_prep_cif_var = rffi.llexternal(
  'ffi_prep_cif_var',
  [lltype.Ptr(CIF), rffi.UINT, rffi.UINT, rffi.UINT, lltype.Ptr(TYPE), lltype.Ptr(TYPES)],
  rffi.UINT,
  libc,
);
const CALL = [lltype.Ptr(CIF), rffi.VOIDP, rffi.VOIDP, rffi.VOIDPP] as const;
const c_ffi_call = rffi.llexternal('ffi_call', CALL, rffi.VOID, {
  compilation_info: ffi,
  save_err: rffi.RFFI_FULL_ERRNO,
});
const c_ffi_call_released = rffi.llexternal('ffi_call', CALL, rffi.VOID, {
  compilation_info: ffi,
  save_err: rffi.RFFI_FULL_ERRNO,
  releasegil: true,
});

/** FFI_UNIX64, the default of x86-64. */
const ABI: u32 = 2;

/** A `ffi_type`, of FFI_TYPE_… `kind`. `elements`: the addresses of the types of a structure's fields. The caller releases it. */
export function make_type(size: usize, alignment: i32, kind: i32, elements: BigUint64Array): usize {
  const type = lltype.malloc(TYPE, { flavor: 'raw' });
  type.c_size = size;
  type.c_alignment = rffi.cast(rffi.USHORT, alignment);
  type.c_type = rffi.cast(rffi.USHORT, kind);
  type.c_elements =
    elements.length === 0
      ? lltype.nullptr(rffi.VOIDPP.to)
      : rffi.cast(rffi.VOIDPP, typeList(elements));
  return rffi.cast(rffi.SIZE_T, type);
}

/** Ends with NULL. */
function typeList(types: BigUint64Array): lltype.Ptr<typeof TYPES> {
  const list = lltype.malloc(TYPES, types.length + 1, { flavor: 'raw' });
  for (let i = 0; i < types.length; i++)
    list[i] = rffi.cast(lltype.Ptr(TYPE), rffi.cast(rffi.SIZE_T, types[i]));
  list[types.length] = lltype.nullptr(TYPE);
  return list;
}

/**
 * How functions of these types are called: a `ffi_cif`, 0 where libffi refuses it. `fixed`: number of arguments that a variadic
 * function declares, -1 for others. It is kept until the process ends.
 */
export function prepare(result: usize, args: BigUint64Array, fixed: i32): usize {
  const cif = lltype.malloc(CIF, { flavor: 'raw', zero: true });
  const types = typeList(args);
  const count = u32(args.length);
  const type = rffi.cast(lltype.Ptr(TYPE), result);
  const status =
    fixed < 0
      ? c_prep_cif(cif, ABI, count, type, types)
      : c_prep_cif_var(cif, ABI, u32(fixed), count, type, types);
  if (status === 0) return rffi.cast(rffi.SIZE_T, cif);
  lltype.free(types, { flavor: 'raw' });
  lltype.free(cif, { flavor: 'raw' });
  return 0;
}

/** `values`: an array of the arguments' addresses. errno is what `saved_errno` gives, before the call and after it. */
export function call(cif: usize, code: usize, result: usize, values: usize): void {
  c_ffi_call(
    rffi.cast(lltype.Ptr(CIF), cif),
    rffi.cast(rffi.VOIDP, code),
    rffi.cast(rffi.VOIDP, result),
    rffi.cast(rffi.VOIDPP, values),
  );
}

/** The same on another thread, while callbacks of other threads run on this one. */
export function call_released(cif: usize, code: usize, result: usize, values: usize): void {
  c_ffi_call_released(
    rffi.cast(lltype.Ptr(CIF), cif),
    rffi.cast(rffi.VOIDP, code),
    rffi.cast(rffi.VOIDP, result),
    rffi.cast(rffi.VOIDPP, values),
  );
}

export function saved_errno(): i32 {
  return rposix.get_saved_errno();
}
export function save_errno(value: i32): void {
  rposix.set_saved_errno(value);
}

// ---- callbacks ----

const CLOSURE_CODE = rffi.CCallback([rffi.VOIDP, rffi.VOIDP, rffi.VOIDP, rffi.VOIDP], rffi.VOID);
const c_closure_alloc = rffi.llexternal(
  'ffi_closure_alloc',
  [rffi.SIZE_T, rffi.VOIDPP],
  rffi.VOIDP,
  libc,
);
const c_closure_free = rffi.llexternal('ffi_closure_free', [rffi.VOIDP], rffi.VOID, libc);
const c_prep_closure = rffi.llexternal(
  'ffi_prep_closure_loc',
  [rffi.VOIDP, lltype.Ptr(CIF), CLOSURE_CODE, rffi.VOIDP, rffi.VOIDP],
  rffi.UINT,
  libc,
);
const CLOSURE_SIZE: usize = 64;

const node_api = rffi.ExternalCompilationInfo({});
const napi_env = rffi.llexternal('mm.napi', [], rffi.VOIDP);
const napi = { compilation_info: node_api };
const napi_get_global = rffi.llexternal(
  'napi_get_global',
  [rffi.VOIDP, rffi.VOIDPP],
  rffi.INT,
  napi,
);
const napi_get_named_property = rffi.llexternal(
  'napi_get_named_property',
  [rffi.VOIDP, rffi.VOIDP, rffi.CCHARP, rffi.VOIDPP],
  rffi.INT,
  napi,
);
const napi_create_reference = rffi.llexternal(
  'napi_create_reference',
  [rffi.VOIDP, rffi.VOIDP, rffi.UINT, rffi.VOIDPP],
  rffi.INT,
  napi,
);
const napi_get_reference_value = rffi.llexternal(
  'napi_get_reference_value',
  [rffi.VOIDP, rffi.VOIDP, rffi.VOIDPP],
  rffi.INT,
  napi,
);
const napi_create_double = rffi.llexternal(
  'napi_create_double',
  [rffi.VOIDP, rffi.DOUBLE, rffi.VOIDPP],
  rffi.INT,
  napi,
);
const napi_call_function = rffi.llexternal(
  'napi_call_function',
  [rffi.VOIDP, rffi.VOIDP, rffi.VOIDP, rffi.SIZE_T, rffi.VOIDPP, rffi.VOIDPP],
  rffi.INT,
  napi,
);
const napi_open_handle_scope = rffi.llexternal(
  'napi_open_handle_scope',
  [rffi.VOIDP, rffi.VOIDPP],
  rffi.INT,
  napi,
);
const napi_close_handle_scope = rffi.llexternal(
  'napi_close_handle_scope',
  [rffi.VOIDP, rffi.VOIDP],
  rffi.INT,
  napi,
);

/** A reference to the JavaScript function that runs all callbacks. */
let dispatcher: usize = 0;

/**
 * Takes the function that is the property `name` of the global object: it is called with the number of a callback, the address for its
 * result, and that of the array of its arguments' addresses. It must not throw. False where there is none.
 */
export function set_dispatcher(name: string): boolean {
  using slot = lltype.scoped_alloc(rffi.VOIDPP.to, 1, { zero: true });
  using text = rffi.scoped_str2charp(name);
  const env = napi_env();
  if (napi_get_global(env, slot.ptr) !== 0) return false;
  if (napi_get_named_property(env, slot.ptr[0], text.ptr, slot.ptr) !== 0) return false;
  if (napi_create_reference(env, slot.ptr[0], 1, slot.ptr) !== 0) return false;
  dispatcher = rffi.cast(rffi.SIZE_T, slot.ptr[0]);
  return true;
}

function dispatch(
  _cif: rffi.VoidPtr,
  result: rffi.VoidPtr,
  args: rffi.VoidPtr,
  data: rffi.VoidPtr,
): void {
  const env = napi_env();
  using scope = lltype.scoped_alloc(rffi.VOIDPP.to, 1);
  if (napi_open_handle_scope(env, scope.ptr) !== 0) return;
  using values = lltype.scoped_alloc(rffi.VOIDPP.to, 3, { zero: true });
  using callee = lltype.scoped_alloc(rffi.VOIDPP.to, 1, { zero: true });
  using got = lltype.scoped_alloc(rffi.VOIDPP.to, 1, { zero: true });
  number(data, values.ptr);
  number(result, rffi.ptradd(values.ptr, 1));
  number(args, rffi.ptradd(values.ptr, 2));
  const reference = rffi.cast(rffi.VOIDP, dispatcher);
  if (napi_get_reference_value(env, reference, callee.ptr) === 0) {
    const of = callee.ptr[0];
    napi_call_function(env, of, of, 3, values.ptr, got.ptr);
  }
  napi_close_handle_scope(env, scope.ptr[0]);
}

function number(address: rffi.VoidPtr, into: lltype.Ptr<typeof rffi.VOIDPP.to>): void {
  napi_create_double(napi_env(), Number(rffi.cast(rffi.SIZE_T, address)), into);
}

/** A C function pointer that runs callback `id` (a number that is not 0). 0 when memory is exhausted. The address of its closure is at `closure`. */
export function make_closure(cif: usize, id: usize, closure: BigUint64Array): usize {
  using code = lltype.scoped_alloc(rffi.VOIDPP.to, 1, { zero: true });
  const made = c_closure_alloc(CLOSURE_SIZE, code.ptr);
  if (made === null) return 0;
  const status = c_prep_closure(
    made,
    rffi.cast(lltype.Ptr(CIF), cif),
    dispatch,
    rffi.cast(rffi.VOIDP, id),
    code.ptr[0],
  );
  if (status !== 0) {
    c_closure_free(made);
    return 0;
  }
  closure[0] = u64(rffi.cast(rffi.SIZE_T, made));
  return rffi.cast(rffi.SIZE_T, code.ptr[0]);
}

export function free_closure(closure: usize): void {
  c_closure_free(rffi.cast(rffi.VOIDP, closure));
}

/** For tests: a byte of the process's memory. */
export function peek(address: usize): u8 {
  return rffi.cast(rffi.UCHARP, address)[0];
}
