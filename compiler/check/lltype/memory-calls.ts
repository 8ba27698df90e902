// lltype.malloc, free, nullptr → nodes.
import type ts from 'typescript';
import { describeType } from '../../../runtime/lltype/constructors.ts';
import { sizeOf, variablePart } from '../../../runtime/lltype/layout.ts';
import type { Container } from '../../../runtime/lltype/types.ts';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { NULL, pointerTo, VOID } from '../../program/types.ts';
import { builtin, sequence } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { isNumeric } from '../numbers/lossless.ts';
import { constant } from '../numbers/literal.ts';
import { containerArgument, rawOptions } from './comptime-argument.ts';
import { isPointer, rawIndex } from './pointer-places.ts';
import type { RuntimeCall } from './runtime-call.ts';
import { typeText } from '../../program/type-text.ts';

export const malloc: RuntimeCall = (node, context) => {
  const [type, second, third] = node.arguments;
  const container = containerArgument(type, context);
  const options = rawOptions('lltype.malloc', third ?? second, node, context);
  if (!container || !options) return context.failed(node);
  return allocation(container, third ? second : undefined, options.zero, node, context);
};

/** A raw-malloc of a container whose number of items, where it takes one, is the value of `count`. */
export function allocation(
  container: Container,
  count: ts.Expression | undefined,
  zero: boolean,
  node: ts.Node,
  context: Context,
): Expression {
  const open = variablePart(container) !== null;
  if (open !== (count !== undefined))
    return context.fail(E.mallocCount, node, { type: describeType(container), open });
  if (!open && !hasSize(container, node, context)) return context.failed(node);
  const items = count ? itemCount(count, context) : null;
  if (items?.type === ERROR_TYPE) return items;
  const type = pointerTo(container);
  const span = context.span(node);
  return { kind: 'raw-malloc', container, count: items, zero, stack: false, type, span };
}

function hasSize(container: Container, node: ts.Node, context: Context): boolean {
  try {
    sizeOf(container);
    return true;
  } catch (error) {
    context.report(E.noSize, node, { message: (error as Error).message });
    return false;
  }
}

/** Any number as isize. */
export function itemCount(node: ts.Expression, context: Context): Expression {
  const value = context.expression(node);
  if (value.type === ERROR_TYPE) return value;
  if (isNumeric(value.type)) return rawIndex(value);
  return context.fail(E.wrongType, node, { from: typeText(value.type), to: 'isize' });
}

export const free: RuntimeCall = (node, context) => {
  const [pointer, options] = node.arguments;
  if (!pointer) return context.failed(node);
  const value = context.expression(pointer);
  if (!rawOptions('lltype.free', options, node, context)) return context.failed(node);
  return freeing(value, pointer, node, context);
};

/** The release of a pointer's memory; NULL and `null` are let pass. */
export function freeing(
  value: Expression,
  pointer: ts.Node,
  node: ts.Node,
  context: Context,
): Expression {
  const span = context.span(node);
  if (value.type === ERROR_TYPE) return context.failed(node);
  if (value.type === NULL) return sequence([value], constant(VOID, undefined, span), span);
  if (isPointer(value)) return builtin('lltype.free', [value], VOID, span);
  return context.fail(E.wrongType, pointer, { from: typeText(value.type), to: 'a pointer' });
}

/** Nothing is done when compiled: nobody counts what is not freed. */
export const renderImmortal: RuntimeCall = (node, context) => {
  const [pointer] = node.arguments;
  const value = pointer && context.expression(pointer);
  if (!value || value.type === ERROR_TYPE) return context.failed(node);
  if (!isPointer(value))
    return context.fail(E.wrongType, pointer, { from: typeText(value.type), to: 'a pointer' });
  return builtin('lltype.render_immortal', [value], VOID, context.span(node));
};

export const nullptr: RuntimeCall = (node, context) => {
  const container = containerArgument(node.arguments[0], context);
  return container
    ? constant(pointerTo(container), null, context.span(node))
    : context.failed(node);
};
