// rffi.structcopy, c_memcpy, c_memset → builtin nodes.
import { sizeOf } from '../../../runtime/lltype/layout.ts';
import { E } from '../../diagnostics/codes.ts';
import { INT_TYPES, VOID } from '../../program/types.ts';
import { typeText } from '../../program/type-text.ts';
import { builtin, isize } from '../build.ts';
import { ERROR_TYPE } from '../context.ts';
import { itemCount } from './memory-calls.ts';
import { pointerExpression } from './pointer-places.ts';
import type { RuntimeCall } from './runtime-call.ts';

export const structcopy: RuntimeCall = (node, context) => {
  const [target, source] = node.arguments;
  const to = target && pointerExpression(target, context);
  const from = source && pointerExpression(source, context);
  if (!to || !from) return context.failed(node);
  const { type } = to;
  if (type !== from.type || type.to.kind !== 'struct') {
    const report = { from: typeText(from.type), to: typeText(type) };
    return context.fail(E.wrongType, source ?? node, report);
  }
  const span = context.span(node);
  return builtin('rffi.c_memcpy', [to, from, isize(sizeOf(type.to), span)], VOID, span);
};

export const c_memcpy: RuntimeCall = (node, context) => {
  const [target, source, bytes] = node.arguments;
  const to = target && pointerExpression(target, context);
  const from = source && pointerExpression(source, context);
  const size = bytes && itemCount(bytes, context);
  if (!to || !from || !size || size.type === ERROR_TYPE) return context.failed(node);
  return builtin('rffi.c_memcpy', [to, from, size], VOID, context.span(node));
};

export const c_memset: RuntimeCall = (node, context) => {
  const [target, value, bytes] = node.arguments;
  const to = target && pointerExpression(target, context);
  const byte = value && context.value(value, INT_TYPES.i32);
  const size = bytes && itemCount(bytes, context);
  if (!to || !byte || !size) return context.failed(node);
  if (byte.type === ERROR_TYPE || size.type === ERROR_TYPE) return context.failed(node);
  return builtin('rffi.c_memset', [to, byte, size], VOID, context.span(node));
};
