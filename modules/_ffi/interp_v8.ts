'use mixmod';
// The C++ interface of V8, found when it runs: calls of JavaScript functions with hardly anything between. Methods are functions of their
// mangled names, a `Local` and a global handle are pointers to the same kind of place, and so is an `napi_value`.
import { type i32, lltype, rffi } from 'mixmod';

const libc = { compilation_info: rffi.ExternalCompilationInfo({ includes: ['dlfcn.h'] }) };
const P = rffi.VOIDP;
const PP = rffi.VOIDPP;
const I = rffi.INT;
const c_dlopen = rffi.llexternal('dlopen', [rffi.CCHARP, I], P, libc);
const c_dlsym = rffi.llexternal('dlsym', [P, rffi.CCHARP], P, libc);
const RTLD_LAZY = 1;
const napi_env = rffi.llexternal('mm.napi', [], P);
const napi_create_double = rffi.llexternal('napi_create_double', [P, rffi.DOUBLE, PP], I, {
  compilation_info: rffi.ExternalCompilationInfo({}),
});

const CURRENT = rffi.CCallback([], P);
const OF_ISOLATE = rffi.CCallback([P], P);
const GLOBALIZE = rffi.CCallback([P, P], P);
const DISPOSE = rffi.CCallback([P], rffi.VOID);
const CALL = rffi.CCallback([P, P, P, I, P], P);
/** Its constructor; and `DeleteExtensions`, which is a method too. */
const OPEN_SCOPE = rffi.CCallback([P, P], rffi.VOID);
const CLOSE_SCOPE = rffi.CCallback([P], rffi.VOID);

/** `v8::HandleScope`, and V8's `HandleScopeData`, which is in the isolate where V8's headers have the scope's code. */
const HANDLE_SCOPE = rffi.CStruct('handle_scope', ['isolate', P], ['next', P], ['limit', P]);
const SCOPE_DATA = rffi.CStruct('scope_data', ['next', P], ['limit', P], ['level', I]);

/** What is found; the isolate is this thread's. */
let isolate: rffi.VoidPtr | null = null;
let context: rffi.VoidPtr | null = null;
let function_call: rffi.VoidPtr | null = null;
let open_scope: rffi.VoidPtr | null = null;
let close_scope: rffi.VoidPtr | null = null;
let delete_extensions: rffi.VoidPtr | null = null;
let globalize: rffi.VoidPtr | null = null;
let dispose: rffi.VoidPtr | null = null;
/** Before V8 12 a global handle was made of a handle, since then of what it refers to. */
let globalize_takes_handle = false;
let scope_data = lltype.nullptr(SCOPE_DATA);

function find(library: rffi.VoidPtr | null, name: string): rffi.VoidPtr | null {
  using key = rffi.scoped_str2charp(name);
  return c_dlsym(library, key.ptr);
}

/**
 * Finds all that is needed; false where the host has no V8 of the expected interface. `scope_data_at`: where an isolate has the data of
 * its handle scopes, for a V8 that does not have their code; 0 for others.
 */
export function find_v8(scope_data_at: i32): boolean {
  const self = c_dlopen(null, RTLD_LAZY);
  const current = find(self, '_ZN2v87Isolate10GetCurrentEv');
  const current_context = find(self, '_ZN2v87Isolate17GetCurrentContextEv');
  function_call = find(self, '_ZN2v88Function4CallENS_5LocalINS_7ContextEEENS1_INS_5ValueEEEiPS5_');
  dispose = find(self, '_ZN2v812api_internal13DisposeGlobalEPm');
  globalize = find(self, '_ZN2v812api_internal18GlobalizeReferenceEPNS_8internal7IsolateEm');
  if (globalize === null) {
    globalize = find(self, '_ZN2v812api_internal18GlobalizeReferenceEPNS_8internal7IsolateEPm');
    globalize_takes_handle = true;
  }
  if (current === null || current_context === null || function_call === null) return false;
  if (dispose === null || globalize === null) return false;
  isolate = rffi.cast(CURRENT, current)();
  if (isolate === null || !find_scopes(self, isolate, scope_data_at)) return false;
  const of = rffi.cast(OF_ISOLATE, current_context)(isolate);
  if (of === null) return false;
  context = make_global(of);
  return context !== null;
}

function find_scopes(self: rffi.VoidPtr | null, of: rffi.VoidPtr, scope_data_at: i32): boolean {
  if (scope_data_at === 0) {
    open_scope = find(self, '_ZN2v811HandleScopeC1EPNS_7IsolateE');
    close_scope = find(self, '_ZN2v811HandleScopeD1Ev');
    return open_scope !== null && close_scope !== null;
  }
  delete_extensions = find(self, '_ZN2v811HandleScope16DeleteExtensionsEPNS_7IsolateE');
  scope_data = rffi.cast(
    lltype.Ptr(SCOPE_DATA),
    rffi.ptradd(rffi.cast(rffi.CCHARP, of), scope_data_at),
  );
  return delete_extensions !== null && is_scope_data();
}

/** Whether the next handle lies where the data says: another V8 may have it elsewhere. */
function is_scope_data(): boolean {
  using slot = lltype.scoped_alloc(PP.to, 1, { zero: true });
  for (let i = 0; i < 3; i++) {
    const next = scope_data.c_next;
    if (napi_create_double(napi_env(), 0.5, slot.ptr) !== 0 || slot.ptr[0] !== next) return false;
    const behind = rffi.cast(rffi.SIZE_T, next) + 8;
    if (rffi.cast(rffi.SIZE_T, scope_data.c_next) !== behind) return false;
  }
  return true;
}

/** A handle that stays until it is disposed of. It may stand where a `Local` is wanted. */
export function make_global(handle: rffi.VoidPtr): rffi.VoidPtr | null {
  const made = globalize;
  if (made === null) return null;
  const of = globalize_takes_handle ? handle : rffi.cast(PP, handle)[0];
  return rffi.cast(GLOBALIZE, made)(isolate, of);
}

export function dispose_global(handle: rffi.VoidPtr): void {
  if (dispose !== null) rffi.cast(DISPOSE, dispose)(handle);
}

/** False where it throws: V8 keeps the exception, and throws it when the code that JavaScript called returns. */
export function call_function(callee: rffi.VoidPtr): boolean {
  const call = function_call;
  if (call === null) return false;
  using scope = lltype.scoped_alloc(HANDLE_SCOPE);
  const opened = scope.ptr;
  open(opened);
  const result = rffi.cast(CALL, call)(callee, context, callee, 0, null);
  close(opened);
  return result !== null;
}

function open(scope: lltype.Ptr<typeof HANDLE_SCOPE>): void {
  const code = open_scope;
  if (code !== null) {
    rffi.cast(OPEN_SCOPE, code)(rffi.cast(P, scope), isolate);
    return;
  }
  scope.c_next = scope_data.c_next;
  scope.c_limit = scope_data.c_limit;
  scope_data.c_level++;
}

function close(scope: lltype.Ptr<typeof HANDLE_SCOPE>): void {
  const code = close_scope;
  if (code !== null) {
    rffi.cast(CLOSE_SCOPE, code)(rffi.cast(P, scope));
    return;
  }
  scope_data.c_next = scope.c_next;
  scope_data.c_level--;
  if (scope_data.c_limit === scope.c_limit) return;
  scope_data.c_limit = scope.c_limit;
  const extensions = delete_extensions;
  if (extensions !== null) rffi.cast(OPEN_SCOPE, extensions)(rffi.cast(P, scope), isolate);
}
