// Making typed arrays and buffers: `new Uint8Array(n)`, `(buffer, offset, length)`, `([1, 2, 3])`, `Uint8Array.of(…)`.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { REST, type BuiltinName } from '../../builtins/builtins.ts';
import type { Expression } from '../../program/nodes.ts';
import { ARRAY_BUFFER, DATA_VIEW, type RtsType, type TypedArrayType } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { assign, builtin, compare, conditional, isize, once, sequence } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { isNumeric } from '../numbers/lossless.ts';
import { skipParentheses } from '../parentheses.ts';
import { tsc } from '../tsc.ts';
import { callBuiltin, elementType, integerArgument } from './arguments.ts';
import { typeText } from '../../program/type-text.ts';

export function newTypedArray(
  type: TypedArrayType,
  node: ts.NewExpression,
  context: Context,
): Expression {
  const [first, ...rest] = node.arguments ?? [];
  if (!first) return context.failed(node);
  const literal = skipParentheses(first);
  if (tsc.isArrayLiteralExpression(literal))
    return typedArrayOf(type, literal.elements, node, context);
  const source = context.expression(first);
  if (source.type === ERROR_TYPE) return source;
  const span = context.span(node);
  if (source.type === ARRAY_BUFFER)
    return view('typedarray.on-buffer', type, source, rest, node, context);
  if (source.type === type) return callBuiltin('typedarray.slice', source, [], node, context);
  if (!isNumeric(source.type))
    return context.fail(E.wrongType, first, { from: typeText(source.type), to: 'number' });
  const length = integerArgument(source, first, context);
  return length.type === ERROR_TYPE ? length : builtin('typedarray.new', [length], type, span);
}

export function newArrayBuffer(node: ts.NewExpression, context: Context): Expression {
  const [first] = node.arguments ?? [];
  if (!first) return context.failed(node);
  const length = integerArgument(context.expression(first), first, context);
  if (length.type === ERROR_TYPE) return length;
  return builtin('arraybuffer.new', [length], ARRAY_BUFFER, context.span(node));
}

export function newDataView(node: ts.NewExpression, context: Context): Expression {
  const [first, ...rest] = node.arguments ?? [];
  if (!first) return context.failed(node);
  const buffer = context.value(first, ARRAY_BUFFER);
  if (buffer.type === ERROR_TYPE) return buffer;
  return view('dataview.new', DATA_VIEW, buffer, rest, node, context);
}

/** A view on `buffer` from an offset, for a length or the rest. */
function view(
  name: BuiltinName & ('typedarray.on-buffer' | 'dataview.new'),
  type: RtsType,
  buffer: Expression,
  rest: readonly ts.Expression[],
  node: ts.Node,
  context: Context,
): Expression {
  const span = context.span(node);
  const [offsetNode, lengthNode] = rest;
  const offset = offsetNode
    ? integerArgument(context.expression(offsetNode), offsetNode, context)
    : isize(0, span);
  const length = lengthNode
    ? integerArgument(context.expression(lengthNode), lengthNode, context)
    : isize(REST, span);
  if (offset.type === ERROR_TYPE || length.type === ERROR_TYPE) return context.failed(node);
  const build = (count: Expression): Expression =>
    builtin(name, [buffer, offset, count], type, span);
  return lengthNode ? build(notTheRest(length, context, span)) : build(length);
}

/** A written length is never "the rest"; as a number, the next value prints the same. */
function notTheRest(length: Expression, context: Context, span: Span): Expression {
  const next = isize(REST + 1n, span);
  if (length.kind === 'constant') return length.value === REST ? next : length;
  return once('length', length, context, (kept) =>
    conditional(compare('===', kept, isize(REST, span), span), next, kept, span),
  );
}

/** A new array with the given elements, stored one by one. */
export function typedArrayOf(
  type: TypedArrayType,
  elements: readonly ts.Expression[],
  node: ts.Node,
  context: Context,
): Expression {
  const span = context.span(node);
  const values = elements.map((element) => {
    if (tsc.isSpreadElement(element)) return context.fail(E.spread, element, {});
    if (tsc.isOmittedExpression(element)) return context.fail(E.arrayHole, element, {});
    return context.value(element, elementType(type));
  });
  if (values.some((value) => value.type === ERROR_TYPE)) return context.failed(node);
  const made = builtin('typedarray.new', [isize(values.length, span)], type, span);
  return once('array', made, context, (array) =>
    sequence(
      values.map((value, i) =>
        assign({ kind: 'element', array, index: isize(i, span) }, value, value.span),
      ),
      array,
      span,
    ),
  );
}
