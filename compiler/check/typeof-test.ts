// `typeof x === 'number'` → a test for presence, or a constant.
import type ts from 'typescript';
import type { CompareOperator, Expression } from '../program/nodes.ts';
import { typeofName } from '../program/members.ts';
import { BOOLEAN, STRING, type NullableType, type UnionType } from '../program/types.ts';
import { compare, logical, not, once, sequence } from './build.ts';
import { ERROR_TYPE, type Context } from './context.ts';
import { baseOf, isNull, isPresent, isUndefined } from './nullable.ts';
import { constant } from './numbers/literal.ts';
import { askOperator } from './space/ask-operator.ts';
import { isLiveType } from './space/live-type.ts';
import { skipParentheses } from './parentheses.ts';
import { tsc } from './tsc.ts';
import { isOneOf } from './unions/member-test.ts';

/** undefined for other comparisons. */
export function typeofTest(
  node: ts.BinaryExpression,
  operator: CompareOperator,
  context: Context,
): Expression | undefined {
  if (operator !== '===' && operator !== '!==') return undefined;
  const parts = operands(node);
  if (!parts) return undefined;
  const value = context.expression(parts.value);
  if (value.type === ERROR_TYPE) return value;
  const test = isOfType(value, parts.name, node, context);
  if (test.type === ERROR_TYPE) return test;
  return operator === '===' ? test : not(test, test.span);
}

function operands(node: ts.BinaryExpression): { value: ts.Expression; name: string } | undefined {
  for (const [a, b] of [
    [node.left, node.right],
    [node.right, node.left],
  ] as const) {
    const left = skipParentheses(a);
    const right = skipParentheses(b);
    if (tsc.isTypeOfExpression(left) && tsc.isStringLiteralLike(right))
      return { value: left.expression, name: right.text };
  }
  return undefined;
}

function isOfType(value: Expression, name: string, node: ts.Node, context: Context): Expression {
  const span = context.span(node);
  const { type } = value;
  if (isLiveType(type)) {
    const found = askOperator('typeOf', [value], STRING, span, context);
    return compare('===', found, constant(STRING, name, span), span);
  }
  const union = baseOf(type);
  if (union.kind === 'union')
    return once('tested', value, context, (kept) =>
      isMemberOfType(kept, union, name, node, context),
    );
  if (type.kind === 'nullable') return isNullableOfType(value, type, name, span);
  return sequence([value], constant(BOOLEAN, typeofName(type) === name, span), span);
}

function isMemberOfType(
  value: Expression,
  union: UnionType,
  name: string,
  node: ts.Node,
  context: Context,
): Expression {
  const { type, span } = value;
  if (name === 'undefined')
    return type.kind === 'nullable' ? isUndefined(value, span) : constant(BOOLEAN, false, span);
  const members = union.members.filter((one) => typeofName(one) === name);
  const test = isOneOf(value, union, members, node, context);
  const orNull = name === 'object' && type.kind === 'nullable' && type.allowsNull;
  return orNull && test.type !== ERROR_TYPE ? logical('||', isNull(value, span), test, span) : test;
}

/** `typeof null` is 'object' (ECMA-262 13.5.3). */
function isNullableOfType(
  value: Expression,
  type: NullableType,
  name: string,
  span: Expression['span'],
): Expression {
  if (name === 'undefined') return isUndefined(value, span);
  const baseName = typeofName(type.base);
  if (name === baseName)
    return name === 'object' ? not(isUndefined(value, span), span) : isPresent(value, span);
  if (name === 'object') return isNull(value, span);
  return sequence([value], constant(BOOLEAN, false, span), span);
}
