// `Math.max(a, b, c)` and the other functions of Math → builtins of one or two operands.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { BUILTINS, type BuiltinName } from '../../builtins/builtins.ts';
import type { Expression } from '../../program/nodes.ts';
import { F32, F64, INT_TYPES, type IntType } from '../../program/types.ts';
import { builtin, convertTo } from '../build.ts';
import { callLibrary } from '../calls/generic.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { convertNumber } from '../numbers/convert-number.ts';
import { constant } from '../numbers/literal.ts';
import { isNumeric } from '../numbers/lossless.ts';
import { tsc } from '../tsc.ts';
import { callBuiltin } from './arguments.ts';
import { hypot } from './hypot.ts';
import { typeText } from '../../program/type-text.ts';

type MathHandler = (node: ts.CallExpression, context: Context) => Expression;

const isBuiltin = (name: string): name is BuiltinName => Object.hasOwn(BUILTINS, name);

export function mathCall(name: string, node: ts.CallExpression, context: Context): Expression {
  const special = SPECIAL.get(name);
  if (special) return special(node, context);
  const full = `Math.${name}`;
  return isBuiltin(full)
    ? callBuiltin(full, null, node.arguments, node, context)
    : context.fail(E.member, node, { member: name, type: 'Math' });
}

/** Any number of arguments: pairs from the left. NaN, infinities and signed zeros come out the same. */
const folded =
  (name: 'Math.min' | 'Math.max', none: number): MathHandler =>
  (node, context) => {
    const span = context.span(node);
    const ofItems = name === 'Math.max' ? 'largest' : 'smallest';
    const values = node.arguments.map((argument) =>
      tsc.isSpreadElement(argument)
        ? foldedItems(ofItems, argument, context)
        : context.value(argument, F64),
    );
    if (values.some(({ type }) => type === ERROR_TYPE)) return context.failed(node);
    const [first, ...rest] = values;
    if (!first) return constant(F64, none, span);
    return rest.reduce((left, right) => builtin(name, [left, right], F64, span), first);
  };

/** Of the items of an array. */
function foldedItems(
  name: 'largest' | 'smallest',
  node: ts.SpreadElement,
  context: Context,
): Expression {
  const items = context.items(node.expression);
  if (items.type === ERROR_TYPE) return items;
  return items.type.kind === 'array' && isNumeric(items.type.element)
    ? callLibrary(['array', name], [items], node, context)
    : context.fail(E.spread, node, {});
}

/** Operands through ToInt32 or ToUint32; the result is a `number`. */
const onIntegers =
  (name: 'Math.imul' | 'Math.clz32', type: IntType): MathHandler =>
  (node, context) => {
    const span = context.span(node);
    const values = node.arguments.map((argument) => {
      const value = context.expression(argument);
      if (value.type === ERROR_TYPE) return value;
      return isNumeric(value.type)
        ? convertNumber(value, type, value.span)
        : context.fail(E.wrongType, argument, { from: typeText(value.type), to: 'number' });
    });
    if (values.some((value) => value.type === ERROR_TYPE)) return context.failed(node);
    return convertTo('int-to-float', builtin(name, values, type, span), F64, span);
  };

const hypotCall: MathHandler = (node, context) => {
  const values = node.arguments.map((argument) => context.value(argument, F64));
  if (values.some(({ type }) => type === ERROR_TYPE)) return context.failed(node);
  return hypot(values, context, context.span(node));
};

const fround: MathHandler = (node, context) => {
  const [argument] = node.arguments;
  if (!argument) return context.failed(node);
  const value = context.value(argument, F64);
  if (value.type === ERROR_TYPE) return value;
  const span = context.span(node);
  return convertNumber(convertNumber(value, F32, span), F64, span);
};

const SPECIAL: ReadonlyMap<string, MathHandler> = new Map<string, MathHandler>([
  ['min', folded('Math.min', Infinity)],
  ['max', folded('Math.max', -Infinity)],
  ['hypot', hypotCall],
  ['imul', onIntegers('Math.imul', INT_TYPES.i32)],
  ['clz32', onIntegers('Math.clz32', INT_TYPES.u32)],
  ['fround', fround],
]);
