// rffi.str2charp, free_charp, charp2str, charpsize2str → builtin nodes.
import type ts from 'typescript';
import { RFFI_PRIMITIVES } from '../../../runtime/lltype/primitives.ts';
import { CArray } from '../../../runtime/rffi/c-types.ts';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { pointerTo, STRING } from '../../program/types.ts';
import { builtin, convertTo } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { freeing, itemCount } from './memory-calls.ts';
import { isBytes } from './pointer-compatibility.ts';
import { isPointer } from './pointer-places.ts';
import type { RuntimeCall } from './runtime-call.ts';
import { typeText } from '../../program/type-text.ts';

export const CHARS = CArray(RFFI_PRIMITIVES.CHAR);
/** `char *`. */
export const CHARP = pointerTo(CHARS);

export const str2charp: RuntimeCall = (node, context) => copyOfString(node, context);

/** The copy that C sees of the call's first argument. */
export function copyOfString(node: ts.CallExpression, context: Context): Expression {
  const [text] = node.arguments;
  const value = text && context.value(text, STRING);
  if (!value || value.type === ERROR_TYPE) return context.failed(node);
  return builtin('rffi.str2charp', [value], CHARP, context.span(node));
}

export const freeCharp: RuntimeCall = (node, context) => {
  const [pointer] = node.arguments;
  if (!pointer) return context.failed(node);
  return freeing(context.expression(pointer), pointer, node, context);
};

export const charp2str: RuntimeCall = (node, context) => {
  const pointer = charPointer(node.arguments[0], context);
  return pointer
    ? builtin('rffi.charp2str', [pointer], STRING, context.span(node))
    : context.failed(node);
};

export const charpsize2str: RuntimeCall = (node, context) => {
  const [pointer, size] = node.arguments;
  const start = charPointer(pointer, context);
  const count = size && itemCount(size, context);
  if (!start || !count || count.type === ERROR_TYPE) return context.failed(node);
  return builtin('rffi.charpsize2str', [start, count], STRING, context.span(node));
};

/** A pointer to bytes of any signedness as `char *`; undefined after a report. */
function charPointer(node: ts.Expression | undefined, context: Context): Expression | undefined {
  if (!node) return undefined;
  const value = context.expression(node);
  if (value.type === ERROR_TYPE) return undefined;
  if (isPointer(value) && isBytes(value.type.to))
    return value.type === CHARP ? value : convertTo('pointer', value, CHARP, value.span);
  context.report(E.wrongType, node, { from: typeText(value.type), to: typeText(CHARP) });
  return undefined;
}
