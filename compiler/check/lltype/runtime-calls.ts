// Calls of the functions of lltype and rffi, one row each, and calls of C functions.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { VOID } from '../../program/types.ts';
import { isComptimeStatement } from '../comptime/comptime.ts';
import type { Context } from '../context.ts';
import { constant } from '../numbers/literal.ts';
import { tsc } from '../tsc.ts';
import { comptimeConstant } from './comptime-constant.ts';
import { cCall, cScopedCall } from './c-call.ts';
import { callback, freeCallback, llhelper } from './callbacks.ts';
import { cast, castPtrToInt, offsetof, ptradd, sizeof } from './cast-calls.ts';
import { directArrayitems, directFieldptr } from './direct-calls.ts';
import { getintfield, libraryCall, make, setintfield } from './library-calls.ts';
import { countLeadingZeros, float2longlong, longlong2float, uintMulHigh } from './bits-calls.ts';
import { c_memcpy, c_memset, structcopy } from './copy-calls.ts';
import { savedErrno, saveErrno } from './errno-calls.ts';
import { free, malloc, nullptr, renderImmortal } from './memory-calls.ts';
import type { RuntimeCall } from './runtime-call.ts';
import { runtimeName } from './runtime-name.ts';
import { SCOPED_CALLS } from './scoped-calls.ts';
import { charp2str, charpsize2str, freeCharp, str2charp } from './string-calls.ts';
import type { UsingParts } from './using-parts.ts';

const CALLS: ReadonlyMap<string, RuntimeCall> = new Map([
  ['lltype.malloc', malloc],
  ['lltype.free', free],
  ['lltype.nullptr', nullptr],
  ['rffi.cast', cast],
  ['rffi.ptradd', ptradd],
  ['rffi.sizeof', sizeof],
  ['rffi.offsetof', offsetof],
  ['rarithmetic.uint_mul_high', uintMulHigh],
  ['rarithmetic.count_leading_zeros', countLeadingZeros],
  ['rarithmetic.float2longlong', float2longlong],
  ['rarithmetic.longlong2float', longlong2float],
  ['rffi.structcopy', structcopy],
  ['rffi.c_memcpy', c_memcpy],
  ['rffi.c_memset', c_memset],
  ['rffi.llhelper', llhelper],
  ['rffi.callback', callback],
  ['rffi.free_callback', freeCallback],
  ['rposix.get_saved_errno', savedErrno(false)],
  ['rposix.set_saved_errno', saveErrno(false)],
  ['rposix.get_saved_alterrno', savedErrno(true)],
  ['rposix.set_saved_alterrno', saveErrno(true)],
  ['rffi.str2charp', str2charp],
  ['rffi.free_charp', freeCharp],
  ['rffi.charp2str', charp2str],
  ['rffi.charpsize2str', charpsize2str],
  ['rffi.str2constcharp', str2charp],
  ['rffi.constcharp2str', charp2str],
  ['rffi.constcharpsize2str', charpsize2str],
  ['rffi.free_wcharp', freeCharp],
  ['rffi.charp2strn', libraryCall('charp2strn')],
  ['rffi.str2chararray', libraryCall('str2chararray')],
  ['rffi.unicode2wcharp', libraryCall('unicode2wcharp')],
  ['rffi.unicode2wchararray', libraryCall('unicode2wchararray')],
  ['rffi.wcharp2unicode', libraryCall('wcharp2unicode')],
  ['rffi.wcharp2unicoden', libraryCall('wcharp2unicoden')],
  ['rffi.wcharpsize2unicode', libraryCall('wcharpsize2unicode')],
  ['rffi.liststr2charpp', libraryCall('liststr2charpp')],
  ['rffi.free_charpp', libraryCall('free_charpp')],
  ['rffi.charpp2liststr', libraryCall('charpp2liststr')],
  ['rffi.make', make],
  ['rffi.setintfield', setintfield],
  ['rffi.getintfield', getintfield],
  ['lltype.cast_primitive', cast],
  ['lltype.cast_pointer', cast],
  ['lltype.cast_opaque_ptr', cast],
  ['lltype.cast_ptr_to_int', castPtrToInt],
  ['lltype.cast_int_to_ptr', cast],
  ['lltype.direct_fieldptr', directFieldptr],
  ['lltype.direct_arrayitems', directArrayitems],
  ['lltype.direct_ptradd', ptradd],
  ['lltype.render_immortal', renderImmortal],
]);

/** undefined for calls that are not of the C boundary. */
export function runtimeCall(node: ts.CallExpression, context: Context): Expression | undefined {
  const external = cCall(node, context);
  if (external) return external;
  const name = runtimeName(node.expression, context);
  if (name === undefined) return undefined;
  const call = CALLS.get(name);
  if (call) return call(node, context);
  if (SCOPED_CALLS.has(name)) return context.fail(E.scopedOutsideUsing, node, { name });
  // `NODE_REF.become(NODE)` has run at build time and does nothing any more.
  if (isComptimeStatement(node.parent, context.checker))
    return constant(VOID, undefined, context.span(node));
  if (name.startsWith('rffi_platform.')) return comptimeConstant(node, node, context);
  return context.fail(E.buildTimeOnly, node, { name });
}

/** `using x = rffi.scoped_…(…)`; undefined for other initialisers. */
export function scopedDeclaration(
  node: ts.VariableDeclaration,
  context: Context,
): UsingParts | undefined {
  const { initializer } = node;
  if (!initializer || !tsc.isCallExpression(initializer)) return undefined;
  const external = cScopedCall(initializer, context);
  if (external) return external;
  const name = runtimeName(initializer.expression, context);
  return name === undefined ? undefined : SCOPED_CALLS.get(name)?.(initializer, context);
}
