// Methods of arrays that are functions of `runtime/library/array.ts`: the receiver is their first argument.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { F64, STRING, type ArrayType, type RtsType } from '../../program/types.ts';
import { END } from '../../builtins/row.ts';
import { builtin, isize } from '../build.ts';
import { callLibrary } from '../calls/generic.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { listOf } from '../iteration/items.ts';
import { walkedValue } from '../iteration/walk.ts';
import { isNumeric } from '../numbers/lossless.ts';
import { skipParentheses } from '../parentheses.ts';
import { tsc } from '../tsc.ts';
import { integerArgument } from './arguments.ts';
import { constant } from '../numbers/literal.ts';

/** How the arguments are passed on: as they are; the items behind the first two, or all, as one array. */
type Form = 'plain' | 'spliced' | 'items';

const METHODS: { readonly [K in string]?: { readonly name?: string; readonly form?: Form } } = {
  indexOf: {},
  lastIndexOf: {},
  includes: {},
  at: {},
  reverse: {},
  join: {},
  shift: {},
  unshift: { form: 'items' },
  splice: { form: 'spliced' },
  toReversed: {},
  toSpliced: { form: 'spliced' },
  with: { name: 'withItem' },
  forEach: {},
  map: {},
  filter: {},
  flatMap: {},
  some: {},
  every: {},
  find: {},
  findIndex: {},
  findLast: {},
  findLastIndex: {},
  keys: {},
  values: {},
  entries: {},
};

/** undefined for what is no such method. */
export function arrayLibraryCall(
  receiver: Expression,
  type: ArrayType,
  method: string,
  node: ts.CallExpression,
  context: Context,
  expected: RtsType | null,
): Expression | undefined {
  const [first, second] = node.arguments;
  const call = (name: string, given: readonly (Expression | ts.Expression)[]): Expression =>
    callLibrary(['array', name], [receiver, ...given], node, context, expected);
  switch (method) {
    case 'reduce':
    case 'reduceRight':
      if (!first) return context.failed(node);
      return call(
        second ? method : method === 'reduce' ? 'reduceItems' : 'reduceItemsRight',
        node.arguments,
      );
    case 'sort':
    case 'toSorted':
      if (first) return call(method, [first]);
      return type.element === STRING
        ? call(`${method}Texts`, [])
        : context.fail(E.sortComparator, node, {});
    case 'flat':
      if (first || type.element.kind !== 'array') return context.fail(E.flatDepth, node, {});
      return call('flat', []);
  }
  const row = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
  if (!row) return undefined;
  const { name = method, form = 'plain' } = row;
  if (form === 'plain') return call(name, node.arguments);
  const plain = form === 'spliced' ? 2 : 0;
  const added = itemsOf(node.arguments.slice(plain), type, node, context);
  if (added.type === ERROR_TYPE) return added;
  return call(name, [...splicedRange(node, plain, context), added]);
}

/** The start and count of `splice`, from its arguments; a missing count is all that follows (ECMA-262 23.1.3.31). */
function splicedRange(
  node: ts.CallExpression,
  count: number,
  context: Context,
): readonly (Expression | ts.Expression)[] {
  const span = context.span(node);
  const given: (Expression | ts.Expression)[] = node.arguments.slice(0, count);
  if (given.length < count)
    given.push(constant(F64, node.arguments.length === 0 ? 0 : Infinity, span));
  while (given.length < count) given.push(constant(F64, 0, span));
  return given;
}

function itemsOf(
  nodes: readonly ts.Expression[],
  type: ArrayType,
  node: ts.Node,
  context: Context,
): Expression {
  const items = nodes.map((item) => context.value(item, type.element));
  if (items.some((item) => item.type === ERROR_TYPE)) return context.failed(node);
  return { kind: 'array', items, type, span: context.span(node) };
}

/** `Array.from({ length: n }, (_, i) => …)`. */
export function arrayFrom(
  node: ts.CallExpression,
  context: Context,
  expected: RtsType | null,
): Expression {
  const [source, callback] = node.arguments;
  const literal = source && skipParentheses(source);
  if (literal && !tsc.isObjectLiteralExpression(literal))
    return fromIterable(source, callback, node, context, expected);
  const [property] = literal && tsc.isObjectLiteralExpression(literal) ? literal.properties : [];
  if (!callback || !property || !tsc.isPropertyAssignment(property))
    return context.fail(E.arrayFrom, node, {});
  const value = context.expression(property.initializer);
  if (value.type === ERROR_TYPE) return value;
  if (!isNumeric(value.type) || (value.type.kind === 'int' && value.type.bigint))
    return context.fail(E.arrayFrom, node, {});
  const length = integerArgument(value, property.initializer, context);
  return callLibrary(['array', 'from'], [length, callback], node, context, expected);
}

/** `Array.from(iterable, callback?)`: a new array. */
function fromIterable(
  source: ts.Expression,
  callback: ts.Expression | undefined,
  node: ts.CallExpression,
  context: Context,
  expected: RtsType | null,
): Expression {
  const { items, what } = walkedValue(source, context);
  const value = context.expression(items);
  const { type, span } = value;
  if (type === ERROR_TYPE) return value;
  const all = listOf(value, { what, most: null }, source, context);
  if (all.type.kind !== 'array') return context.fail(E.arrayFrom, node, {});
  const isItself = all === value && !callback;
  const list = isItself
    ? builtin('array.slice', [value, isize(0, span), isize(END, span)], type, span)
    : all;
  if (!callback || list.type === ERROR_TYPE) return list;
  return callLibrary(['array', 'map'], [list, callback], node, context, expected);
}
