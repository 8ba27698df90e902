// `using x = rffi.scoped_…(…)` → the pointer, and what gives its memory back.
import type ts from 'typescript';
import { RFFI_PRIMITIVES } from '../../../runtime/lltype/primitives.ts';
import type { Primitive } from '../../../runtime/lltype/types.ts';
import { CArray } from '../../../runtime/rffi/c-types.ts';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { pointerTo, VOID, type ElementName } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { builtin, readLocal } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { constant } from '../numbers/literal.ts';
import { scopedCallback } from './callbacks.ts';
import { comptimeValue, containerArgument } from './comptime-argument.ts';
import type { UsingParts } from './using-parts.ts';
import { allocation, itemCount } from './memory-calls.ts';
import { pointerExpression } from './pointer-places.ts';
import { scopedLibraryCall } from './library-calls.ts';
import { freeingParts, scopedAllocation } from './scoped-memory.ts';
import { copyOfString } from './string-calls.ts';
import { typeText } from '../../program/type-text.ts';

/** The first expression is ERROR_TYPE after a report. */
type ScopedCall = (node: ts.CallExpression, context: Context) => UsingParts;

const kept = (value: Expression): UsingParts => ({
  value,
  type: value.type,
  dispose: () => nothing(value.span),
});

const nothing = (span: Span): Expression => constant(VOID, undefined, span);

const scopedAlloc: ScopedCall = (node, context) => {
  const [type, second, third] = node.arguments;
  const container = containerArgument(type, context);
  if (!container) return kept(context.failed(node));
  // (T, count, options?) or (T, options?): options are an object, a count is a number.
  const counted = second !== undefined && isNumber(second, context);
  const optionsNode = counted ? third : second;
  const options = optionsNode ? comptimeValue(optionsNode, context) : {};
  const zero =
    typeof options === 'object' && options !== null && 'zero' in options && options.zero === true;
  const { memory, dispose } = scopedAllocation(
    allocation(container, counted ? second : undefined, zero, node, context),
    context,
  );
  return { value: memory, type: memory.type, dispose };
};

const isNumber = (node: ts.Expression, { checker }: Context): boolean =>
  checker.isTypeAssignableTo(checker.getTypeAtLocation(node), checker.getNumberType());

/** The item type under which C sees each kind of typed array; bytes of either signedness are `char`. */
const ITEMS: { readonly [E in ElementName]: Primitive } = {
  i8: RFFI_PRIMITIVES.CHAR,
  u8: RFFI_PRIMITIVES.CHAR,
  u8c: RFFI_PRIMITIVES.CHAR,
  i16: RFFI_PRIMITIVES.SHORT,
  u16: RFFI_PRIMITIVES.USHORT,
  i32: RFFI_PRIMITIVES.INT,
  u32: RFFI_PRIMITIVES.UINT,
  f32: RFFI_PRIMITIVES.FLOAT,
  f64: RFFI_PRIMITIVES.DOUBLE,
  i64: RFFI_PRIMITIVES.LONGLONG,
  u64: RFFI_PRIMITIVES.ULONGLONG,
};

const scopedNonmovingBuffer: ScopedCall = (node, context) => {
  const [array] = node.arguments;
  const value = array && context.expression(array);
  if (!value || value.type === ERROR_TYPE) return kept(context.failed(node));
  const { type } = value;
  if (type.kind !== 'typedarray') {
    const report = { from: typeText(type), to: 'a typed array' };
    return kept(context.fail(E.wrongType, array, report));
  }
  const pointer = pointerTo(CArray(ITEMS[type.element]));
  const span = context.span(node);
  return {
    value: builtin('typedarray.data', [value], pointer, span),
    type: pointer,
    dispose: (local) => builtin('rffi.end-buffer', [readLocal(local, span)], VOID, span),
  };
};

const scopedBounded: ScopedCall = (node, context) => {
  const [target, size] = node.arguments;
  const pointer = target && pointerExpression(target, context);
  const count = size && itemCount(size, context);
  if (!pointer || !count || count.type === ERROR_TYPE) return kept(context.failed(node));
  const span = context.span(node);
  return {
    value: builtin('rffi.bounded', [pointer, count], pointer.type, span),
    type: pointer.type,
    dispose: (local) => builtin('rffi.end-buffer', [readLocal(local, span)], VOID, span),
  };
};

const scopedAllocBufferOf =
  (item: Primitive): ScopedCall =>
  (node, context) => {
    const [size] = node.arguments;
    if (!size) return kept(context.failed(node));
    const memory = allocation(CArray(item), size, false, node, context);
    const { memory: value, dispose } = scopedAllocation(memory, context);
    return { value, type: memory.type, dispose };
  };

export const SCOPED_CALLS: ReadonlyMap<string, ScopedCall> = new Map([
  ['lltype.scoped_alloc', scopedAlloc],
  ['rffi.scoped_str2charp', (node, context) => freeingParts(copyOfString(node, context))],
  ['rffi.scoped_view_charp', (node, context) => freeingParts(copyOfString(node, context))],
  ['rffi.scoped_unicode2wcharp', scopedLibraryCall('unicode2wcharp')],
  ['rffi.scoped_alloc_unicodebuffer', scopedAllocBufferOf(RFFI_PRIMITIVES.WCHAR_T)],
  ['rffi.scoped_nonmovingbuffer', scopedNonmovingBuffer],
  ['rffi.scoped_bounded', scopedBounded],
  ['rffi.scoped_alloc_buffer', scopedAllocBufferOf(RFFI_PRIMITIVES.CHAR)],
  ['rffi.scoped_callback', scopedCallback],
]);
