// `[a, …b, c]` → an array whose items are of one type: the expected one, or the common type of what is written.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import {
  arrayOf,
  F64,
  INT_TYPES,
  tupleOf,
  VOID,
  type ArrayType,
  type ObjectType,
  type RtsType,
} from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { builtin, once, sequence } from '../build.ts';
import { commonTypeOf } from '../common-type.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import type { ExpressionHandler } from '../handler.ts';
import { baseOf } from '../nullable.ts';
import { isTakenApart } from '../patterns/pattern.ts';
import { settle } from '../settle.ts';
import { tsc } from '../tsc.ts';
import { typeText } from '../../program/type-text.ts';

export const arrayLiteral: ExpressionHandler<ts.ArrayLiteralExpression> = (
  node,
  context,
  expected,
) => {
  const wanted = wantedType(node, expected, context);
  if (wanted === ERROR_TYPE) return context.failed(node);
  if (wanted?.kind === 'object' || isConst(node) || isWholePattern(node))
    return tupleLiteral(node, wanted?.kind === 'object' ? wanted : null, context);
  const parts = partsOf(node, elementOf(wanted), context);
  if (parts.some(({ value }) => value.type === ERROR_TYPE)) return context.failed(node);
  const type = wanted ?? inferredType(parts, node, context);
  if (type?.kind !== 'array') return context.failed(node);
  return arrayOfParts(parts, type, context, context.span(node));
};

/** An item, or the array whose items stand there. */
export interface Part {
  readonly node: ts.Node;
  readonly value: Expression;
  readonly spread: boolean;
}

/** An empty array among others takes the type that they have. */
function partsOf(
  node: ts.ArrayLiteralExpression,
  element: RtsType | null,
  context: Context,
): readonly Part[] {
  const isOpen = (item: ts.Expression): boolean =>
    element === null && tsc.isArrayLiteralExpression(item) && item.elements.length === 0;
  const first = node.elements.filter((item) => !isOpen(item));
  const made = new Map(first.map((item) => [item, part(item, element, context)]));
  const known = commonTypeOf([...made.values()].map(itemOfPart))?.type ?? null;
  return node.elements.map((item) => made.get(item) ?? part(item, known, context));
}

const itemOfPart = ({ value, spread }: Part): Expression => (spread ? itemOf(value) : value);

function part(node: ts.Expression, element: RtsType | null, context: Context): Part {
  if (tsc.isOmittedExpression(node))
    return { node, value: context.fail(E.arrayHole, node, {}), spread: false };
  if (!tsc.isSpreadElement(node))
    return { node, value: context.expression(node, element), spread: false };
  const value = context.items(node.expression, element && arrayOf(element));
  const isArray = value.type.kind === 'array' || value.type === ERROR_TYPE;
  return {
    node,
    value: isArray ? value : context.fail(E.spreadSource, node, { type: typeText(value.type) }),
    spread: true,
  };
}

const elementOf = (type: RtsType | null): RtsType | null =>
  type?.kind === 'array' ? type.element : null;

/** The array type that the place asks for, by our knowledge or by TypeScript's. */
function wantedType(
  node: ts.ArrayLiteralExpression,
  expected: RtsType | null,
  context: Context,
): RtsType | null {
  const base = expected && listIn(baseOf(expected));
  if (base?.kind === 'array' || (base?.kind === 'object' && base.form === 'tuple')) return base;
  if (isTakenApart(node)) return null;
  const contextual = context.checker.getContextualType(node);
  const type = contextual && context.checker.getNonNullableType(contextual);
  if (!type) return null;
  if (type.isUnion()) return listAmong(type, node, context);
  if (!(context.checker.isArrayType(type) || isWholeTuple(type, context))) return null;
  const found = context.typeFromTs(type, node);
  // What TypeScript has inferred of integers is `number`.
  const isInferred = found.kind === 'array' && found.element === F64 && node.elements.length > 0;
  return isInferred ? null : found;
}

function listAmong(type: ts.UnionType, node: ts.Node, context: Context): RtsType | null {
  const isList = (one: ts.Type): boolean =>
    context.checker.isArrayType(one) || isWholeTuple(one, context);
  const lists = type.types.filter(isList);
  const [only] = lists;
  return only && lists.length === 1 ? context.typeFromTs(only, node) : null;
}

/** The array or tuple among the members of a union. */
function listIn(type: RtsType): RtsType {
  if (type.kind !== 'union') return type;
  const isList = (one: RtsType): boolean =>
    one.kind === 'array' || (one.kind === 'object' && one.form === 'tuple');
  const lists = type.members.filter(isList);
  return (lists.length === 1 && lists[0]) || type;
}

/** What TypeScript makes of a pattern, `[a, b] = [b, a]`, may hold `any`. */
function isWholeTuple(type: ts.Type, { checker }: Context): boolean {
  if (!checker.isTupleType(type)) return false;
  const items = checker.getTypeArguments(type as ts.TypeReference);
  return items.every(({ flags }) => !(flags & (tsc.TypeFlags.Any | tsc.TypeFlags.Unknown)));
}

/** `[1, 2] as const`. */
const isConst = ({ parent }: ts.Node): boolean =>
  tsc.isAsExpression(parent) && tsc.isConstTypeReference(parent.type);

/** `const [a, b] = [1, true]`: of as many places, each of its own type. */
function isWholePattern(node: ts.ArrayLiteralExpression): boolean {
  const { parent } = node;
  return (
    tsc.isVariableDeclaration(parent) &&
    !parent.type &&
    tsc.isArrayBindingPattern(parent.name) &&
    node.elements.length > 0 &&
    parent.name.elements.length <= node.elements.length &&
    !node.elements.some(tsc.isSpreadElement) &&
    !parent.name.elements.some((element) => 'dotDotDotToken' in element && element.dotDotDotToken)
  );
}

/** `type` is null where the items give it. */
function tupleLiteral(
  node: ts.ArrayLiteralExpression,
  type: ObjectType | null,
  context: Context,
): Expression {
  const values = node.elements.map((item, i) => {
    if (tsc.isOmittedExpression(item)) return context.fail(E.arrayHole, item, {});
    if (tsc.isSpreadElement(item)) return context.fail(E.tupleSpread, item, {});
    const field = type?.fields[i];
    return field
      ? context.value(item, field.type)
      : settle(context.expression(item), item, context);
  });
  const isWhole = type === null || type.fields.length === values.length;
  if (!isWhole || values.some((value) => value.type === ERROR_TYPE)) return context.failed(node);
  if (values.length === 0) return context.fail(E.emptyArray, node, {});
  return {
    kind: 'record',
    fields: values.map((value, i) => ({ field: String(i), value })),
    type: type ?? tupleOf(values.map((value) => value.type)),
    span: context.span(node),
  };
}

function inferredType(
  parts: readonly Part[],
  node: ts.ArrayLiteralExpression,
  context: Context,
): RtsType {
  const [first] = parts;
  if (!first) return context.fail(E.emptyArray, node, {}).type;
  const common = commonTypeOf(parts.map(itemOfPart));
  if (!common) return context.typeFromTs(context.checker.getTypeAtLocation(node), node);
  const element = settle(common, first.node, context).type;
  return element === ERROR_TYPE || element === VOID ? ERROR_TYPE : arrayOf(element);
}

/** A stand-in of the type of an array's items. */
const itemOf = (array: Expression): Expression => ({
  kind: 'constant',
  type: array.type.kind === 'array' ? array.type.element : ERROR_TYPE,
  value: null,
  span: array.span,
});

export const arrayOfValues = (
  values: readonly Expression[],
  type: ArrayType,
  node: ts.Node,
  context: Context,
): Expression =>
  arrayOfParts(
    values.map((value) => ({ node, value, spread: false })),
    type,
    context,
    context.span(node),
  );

function itemsFor(array: Expression, type: ArrayType, node: ts.Node, context: Context): Expression {
  if (array.type === type || array.type.kind !== 'array') return context.convert(array, type, node);
  const items = context.attempt(() =>
    context.listOf(array, { what: null, most: null, element: type.element }, node),
  );
  return items ?? context.convert(array, type, node);
}

/** An array of the parts, each converted. */
export function arrayOfParts(
  parts: readonly Part[],
  type: ArrayType,
  context: Context,
  span: Span,
): Expression {
  const converted = parts.map(({ node, value, spread }) => ({
    spread,
    value: spread
      ? itemsFor(value, type, node, context)
      : context.convert(value, type.element, node),
  }));
  if (converted.some(({ value }) => value.type === ERROR_TYPE))
    return { kind: 'constant', type: ERROR_TYPE, value: null, span };
  const end = converted.findIndex(({ spread }) => spread);
  const plain = end < 0 ? converted : converted.slice(0, end);
  const literal: Expression = {
    kind: 'array',
    items: plain.map(({ value }) => value),
    type,
    span,
  };
  if (end < 0) return literal;
  return once('array', literal, context, (array) =>
    sequence(
      converted
        .slice(end)
        .map(({ value, spread }) =>
          spread
            ? builtin('array.append', [array, value], VOID, value.span)
            : builtin('array.push', [array, value], INT_TYPES.isize, value.span),
        ),
      array,
      span,
    ),
  );
}
