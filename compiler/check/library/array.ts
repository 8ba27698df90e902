// Members of arrays that are more than one builtin: `push` of any number of items, `pop`, assignments of `length`.
import type ts from 'typescript';
import type { BinaryOperator, Binding, Expression } from '../../program/nodes.ts';
import {
  F64,
  INT_TYPES,
  UNDEFINED,
  VOID,
  type ArrayType,
  type RtsType,
} from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import {
  builtin,
  compare,
  conditional,
  convertTo,
  isize,
  lengthOf,
  letIn,
  once,
  readLocal,
  sequence,
} from '../build.ts';
import { convertImplicitly } from '../convert.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { withUndefined } from '../nullable.ts';
import { arithmetic } from '../numbers/arithmetic.ts';
import { constant } from '../numbers/literal.ts';
import { skipParentheses } from '../parentheses.ts';
import { tsc } from '../tsc.ts';
import { arrayLibraryCall } from './array-library.ts';
import { arrayLength } from './new-array.ts';

/** undefined where a builtin does all. */
export function arrayMethod(
  receiver: Expression,
  type: ArrayType,
  name: string,
  node: ts.CallExpression,
  context: Context,
  expected: RtsType | null,
): Expression | undefined {
  switch (name) {
    case 'push':
      return push(receiver, type, node, context);
    case 'pop':
      return pop(receiver, type, node, context);
    case 'concat':
      return concat(receiver, type, node, context);
    default:
      return arrayLibraryCall(receiver, type, name, node, context, expected);
  }
}

/** ECMA-262 23.1.3.23: all arguments are evaluated before the first is appended. */
function push(
  receiver: Expression,
  type: ArrayType,
  node: ts.CallExpression,
  context: Context,
): Expression {
  const span = context.span(node);
  const items = node.arguments.map((argument) => {
    const spread = tsc.isSpreadElement(argument);
    const value = spread
      ? context.convert(context.items(argument.expression, type), type, argument.expression)
      : context.value(argument, type.element);
    return { spread, value };
  });
  if (items.some(({ value }) => value.type === ERROR_TYPE)) return context.failed(node);
  const [first] = items;
  if (items.length === 1 && first && !first.spread)
    return convertTo(
      'int-to-float',
      builtin('array.push', [receiver, first.value], INT_TYPES.isize, span),
      F64,
      span,
    );
  return once('array', receiver, context, (array) => {
    const locals = items.map(({ value, spread }) => ({
      spread,
      local: context.temporary('item', value.type),
      value,
    }));
    const appended = locals.map(({ spread, local }) =>
      spread
        ? builtin('array.append', [array, readLocal(local, span)], VOID, span)
        : builtin('array.push', [array, readLocal(local, span)], INT_TYPES.isize, span),
    );
    return letIn(locals, sequence(appended, lengthOf('array.length', array, span), span), span);
  });
}

/** ECMA-262 23.1.3.2: of arrays the items are appended, anything else is an item. */
function concat(
  receiver: Expression,
  type: ArrayType,
  node: ts.CallExpression,
  context: Context,
): Expression {
  const span = context.span(node);
  const source = context.temporary('array', type);
  const added = node.arguments.map((argument): Binding => {
    // Any array is taken apart, so that literals inside of the argument are lists as well.
    const isList = isArray(context.checker.getTypeAtLocation(argument), context);
    const given = context.expression(argument, isList ? type : type.element);
    const isTaken = given.type.kind === 'array' || isTuple(type.element);
    const value = context.convert(given, isTaken ? type : type.element, argument);
    return { local: context.temporary('item', value.type), value };
  });
  if (added.some(({ value }) => value.type === ERROR_TYPE)) return context.failed(node);
  const range = [isize(0, span), isize(Number.MAX_SAFE_INTEGER, span)];
  const copy = builtin('array.slice', [readLocal(source, span), ...range], type, span);
  return letIn(
    [{ local: source, value: receiver }, ...added],
    once('copy', copy, context, (array) =>
      sequence(
        added.map(({ local }) => {
          const value = readLocal(local, span);
          return local.type === type
            ? builtin('array.append', [array, value], VOID, span)
            : builtin('array.push', [array, value], INT_TYPES.isize, span);
        }),
        array,
        span,
      ),
    ),
    span,
  );
}

function isArray(type: ts.Type, context: Context): boolean {
  if (type.isUnion()) return type.types.every((member) => isArray(member, context));
  return context.checker.isArrayType(type) || context.checker.isTupleType(type);
}

/** `concat` would take a tuple apart, which is no item of the result. */
const isTuple = (type: RtsType): boolean => type.kind === 'object' && type.form === 'tuple';

/** ECMA-262 23.1.3.22. */
function pop(
  receiver: Expression,
  type: ArrayType,
  node: ts.CallExpression,
  context: Context,
): Expression {
  const span = context.span(node);
  return once('array', receiver, context, (array) => {
    const result = withUndefined(type.element);
    const item = builtin('array.pop', [array], type.element, span);
    const isEmpty = compare(
      '===',
      builtin('array.length', [array], INT_TYPES.isize, span),
      isize(0, span),
      span,
    );
    const none = convertImplicitly(constant(UNDEFINED, undefined, span), result, node, context);
    return conditional(isEmpty, none, convertImplicitly(item, result, node, context), span);
  });
}

/** `array.length = n`; undefined for every other assignment. */
export function lengthAssignment(
  node: ts.BinaryExpression,
  context: Context,
): Expression | undefined {
  const target = arrayOfLength(node.left, context);
  if (!target) return undefined;
  const array = context.expression(target);
  const value = context.expression(node.right, F64);
  if (array.type.kind !== 'array' || value.type === ERROR_TYPE) return context.failed(node);
  return truncate(array, value, node, context);
}

/** `array.length op= value`; undefined for other targets. */
export function lengthUpdate(
  node: ts.BinaryExpression,
  operator: BinaryOperator,
  context: Context,
): Expression | undefined {
  const target = arrayOfLength(node.left, context);
  if (!target) return undefined;
  const array = context.expression(target);
  if (array.type.kind !== 'array') return context.failed(node);
  return once('array', array, context, (kept) => {
    const old = lengthOf('array.length', kept, context.span(node.left));
    const right = context.expression(node.right, F64);
    if (right.type === ERROR_TYPE) return right;
    const value = arithmetic(operator, old, right, node, context);
    return value.type === ERROR_TYPE ? value : truncate(kept, value, node, context);
  });
}

/** The array of `array.length`. */
function arrayOfLength(node: ts.Expression, { checker }: Context): ts.Expression | undefined {
  const target = skipParentheses(node);
  if (!tsc.isPropertyAccessExpression(target) || target.name.text !== 'length') return undefined;
  const isArray = checker.isArrayType(checker.getTypeAtLocation(target.expression));
  return isArray ? target.expression : undefined;
}

/** The value is that of the assigned number. */
function truncate(
  array: Expression,
  value: Expression,
  node: ts.BinaryExpression,
  context: Context,
): Expression {
  const span: Span = context.span(node);
  const wide = context.convert(value, value.type.kind === 'int' ? value.type : F64, node.right);
  if (wide.type === ERROR_TYPE) return wide;
  return once('array', array, context, (kept) =>
    once('length', wide, context, (length) =>
      sequence(
        [builtin('array.truncate', [kept, arrayLength(length, context)], VOID, span)],
        length,
        span,
      ),
    ),
  );
}
