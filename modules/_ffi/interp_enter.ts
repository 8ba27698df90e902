'use mixmod';
// From C back into JavaScript: a function is called without arguments, through V8 where its interface is known, else through Node-API.
import { type i32, lltype, rffi } from 'mixmod';
import { call_function, dispose_global, find_v8, make_global } from './interp_v8.ts';
import { FAILED, halves, PENDING, THROWN } from './interp_words.ts';

const napi_env = rffi.llexternal('mm.napi', [], rffi.VOIDP);
const napi = { compilation_info: rffi.ExternalCompilationInfo({}) };
const P = rffi.VOIDP;
const PP = rffi.VOIDPP;
const I = rffi.INT;
const napi_get_global = rffi.llexternal('napi_get_global', [P, PP], I, napi);
const napi_get_named_property = rffi.llexternal(
  'napi_get_named_property',
  [P, P, rffi.CCHARP, PP],
  I,
  napi,
);
const napi_create_reference = rffi.llexternal(
  'napi_create_reference',
  [P, P, rffi.UINT, PP],
  I,
  napi,
);
const napi_delete_reference = rffi.llexternal('napi_delete_reference', [P, P], I, napi);
const napi_get_reference_value = rffi.llexternal('napi_get_reference_value', [P, P, PP], I, napi);
const napi_call_function = rffi.llexternal(
  'napi_call_function',
  [P, P, P, rffi.SIZE_T, PP, PP],
  I,
  napi,
);
const napi_open_handle_scope = rffi.llexternal('napi_open_handle_scope', [P, PP], I, napi);
const napi_close_handle_scope = rffi.llexternal('napi_close_handle_scope', [P, P], I, napi);

/** `napi_pending_exception`. */
const PENDING_EXCEPTION = 10;

let has_v8 = false;
/** A reference to the object through which functions come here: as its property `callee`. */
let holder: rffi.VoidPtr | null = null;

/** Before anything is taken. See `find_v8`. */
export function use_v8(scope_data_at: i32): boolean {
  has_v8 = find_v8(scope_data_at);
  return has_v8;
}

/** The holder is the property `name` of the global object. False where there is none. */
export function take_holder(name: string): boolean {
  using slot = lltype.scoped_alloc(PP.to, 1, { zero: true });
  using key = rffi.scoped_str2charp(name);
  const env = napi_env();
  if (napi_get_global(env, slot.ptr) !== 0) return false;
  if (napi_get_named_property(env, slot.ptr[0], key.ptr, slot.ptr) !== 0) return false;
  if (napi_create_reference(env, slot.ptr[0], 1, slot.ptr) !== 0) return false;
  holder = slot.ptr[0];
  return true;
}

/** The function in the holder, which must not throw; it is kept until it is forgotten. */
export function take(): rffi.VoidPtr | null {
  using slot = lltype.scoped_alloc(PP.to, 1, { zero: true });
  using key = rffi.scoped_str2charp('callee');
  const env = napi_env();
  if (napi_get_reference_value(env, holder, slot.ptr) !== 0) return null;
  if (napi_get_named_property(env, slot.ptr[0], key.ptr, slot.ptr) !== 0) return null;
  const callee = slot.ptr[0];
  if (has_v8) return callee === null ? null : make_global(callee);
  return napi_create_reference(env, callee, 1, slot.ptr) === 0 ? slot.ptr[0] : null;
}

export function forget(callee: rffi.VoidPtr | null): void {
  if (callee === null) return;
  if (has_v8) dispose_global(callee);
  else napi_delete_reference(napi_env(), callee);
}

/** What it throws, where the thread is ending or its stack is full, the host throws when the C function has returned. */
export function run(callee: rffi.VoidPtr): void {
  if (!has_v8) run_by_napi(callee);
  else if (!call_function(callee)) halves[PENDING] = THROWN;
}

function run_by_napi(reference: rffi.VoidPtr): void {
  const env = napi_env();
  using scope = lltype.scoped_alloc(PP.to, 1);
  using slot = lltype.scoped_alloc(PP.to, 1, { zero: true });
  if (napi_open_handle_scope(env, scope.ptr) !== 0) {
    halves[PENDING] = FAILED;
    return;
  }
  let status = napi_get_reference_value(env, reference, slot.ptr);
  const callee = slot.ptr[0];
  if (status === 0) status = napi_call_function(env, callee, callee, 0, null, slot.ptr);
  napi_close_handle_scope(env, scope.ptr[0]);
  if (status !== 0) halves[PENDING] = status === PENDING_EXCEPTION ? THROWN : FAILED;
}
