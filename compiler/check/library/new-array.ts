// `new Array<T>(n)` where every item is undefined, and `new Array<T>(n).fill(value)`.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { arrayOf, F64, INT_TYPES, type RtsType } from '../../program/types.ts';
import { builtin, compare, conditional, convertTo, isize, once } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { absent } from '../nullable.ts';
import { convertNumber } from '../numbers/convert-number.ts';
import { fitsByForm, isNumeric } from '../numbers/lossless.ts';
import { skipParentheses } from '../parentheses.ts';
import { settle } from '../settle.ts';
import { tsc } from '../tsc.ts';
import { typeText } from '../../program/type-text.ts';
import { libraryName } from './library-name.ts';

/** Only where undefined, what JavaScript would read from it, is a value of the items' type. */
export function newArray(
  node: ts.NewExpression,
  context: Context,
  expected: RtsType | null,
): Expression {
  const [size, second] = node.arguments ?? [];
  if (!size) return emptyArray(node, context, expected);
  const element = elementType(node, expected, context);
  if (element === ERROR_TYPE || second) return context.failed(node);
  if (!element) return context.fail(E.emptyArray, node, {});
  if (element.kind !== 'nullable' || !element.allowsUndefined)
    return context.fail(E.unfilledArray, node, { type: typeText(element) });
  const length = lengthArgument(size, context);
  if (length.type === ERROR_TYPE) return length;
  const span = context.span(node);
  const type = arrayOf(element);
  return builtin('array.filled', [length, absent(element, undefined, span)], type, span);
}

function emptyArray(
  node: ts.NewExpression,
  context: Context,
  expected: RtsType | null,
): Expression {
  const element = elementType(node, expected, context);
  if (element === ERROR_TYPE) return context.failed(node);
  if (!element) return context.fail(E.emptyArray, node, {});
  return { kind: 'array', items: [], type: arrayOf(element), span: context.span(node) };
}

/** `new Array<T>(n).fill(value)`; undefined for every other call of `fill`. */
export function filledArray(
  callee: ts.PropertyAccessExpression,
  node: ts.CallExpression,
  context: Context,
  expected: RtsType | null,
): Expression | undefined {
  const made = skipParentheses(callee.expression);
  const [value, ...rest] = node.arguments;
  if (!tsc.isNewExpression(made) || !value || rest.length > 0) return undefined;
  const [size, ...others] = made.arguments ?? [];
  if (!size || others.length > 0 || libraryName(made.expression, context) !== 'Array')
    return undefined;
  const element = elementType(made, expected, context);
  const length = lengthArgument(size, context);
  if (element === ERROR_TYPE || length.type === ERROR_TYPE) return context.failed(node);
  const item = element
    ? context.value(value, element)
    : settle(context.expression(value), value, context);
  if (item.type === ERROR_TYPE) return item;
  return builtin('array.filled', [length, item], arrayOf(item.type), context.span(node));
}

/** null where neither the type argument nor the place tells. */
function elementType(
  node: ts.NewExpression,
  expected: RtsType | null,
  context: Context,
): RtsType | null {
  const [argument] = node.typeArguments ?? [];
  if (argument) return context.type(argument);
  return expected?.kind === 'array' ? expected.element : null;
}

function lengthArgument(node: ts.Expression, context: Context): Expression {
  const value = context.expression(node);
  const { type } = value;
  if (type === ERROR_TYPE) return value;
  if (type.kind === 'nullable')
    return context.fail(E.nullableOperand, node, { type: typeText(type) });
  if (!isNumeric(type) || (type.kind === 'int' && type.bigint))
    return context.fail(E.wrongType, node, { from: typeText(type), to: 'number' });
  return arrayLength(value, context);
}

/** A number as a length: -1, which no array has, where it is not integral (ECMA-262 10.4.2.4). */
export function arrayLength(value: Expression, context: Context): Expression {
  const { type, span } = value;
  if (type.kind === 'int' || fitsByForm(value, INT_TYPES.isize))
    return convertNumber(value, INT_TYPES.isize, span);
  const wide = convertNumber(value, F64, span);
  return once('length', wide, context, (number) => {
    const whole = convertTo('float-to-int', number, INT_TYPES.isize, span);
    return once('whole', whole, context, (integer) => {
      const back = convertTo('int-to-float', integer, F64, span);
      return conditional(compare('===', back, number, span), integer, isize(-1, span), span);
    });
  });
}
