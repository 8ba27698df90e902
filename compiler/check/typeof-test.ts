// `typeof x === 'number'` → a test for presence, or a constant.
import type ts from 'typescript';
import type { CompareOperator, Expression } from '../program/nodes.ts';
import { BOOLEAN, type NullableType, type RtsType } from '../program/types.ts';
import { not, sequence } from './build.ts';
import { ERROR_TYPE, type Context } from './context.ts';
import { isNull, isPresent, isUndefined } from './nullable.ts';
import { constant } from './numbers/literal.ts';
import { skipParentheses } from './parentheses.ts';
import { tsc } from './tsc.ts';

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
  const test = isOfType(value, parts.name, context.span(node));
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

function isOfType(value: Expression, name: string, span: Expression['span']): Expression {
  if (value.type.kind === 'nullable') return isNullableOfType(value, value.type, name, span);
  return sequence([value], constant(BOOLEAN, typeofName(value.type) === name, span), span);
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

/** What `typeof` gives for a value that is present. */
export function typeofName(type: RtsType): string {
  switch (type.kind) {
    case 'int':
      return type.bigint ? 'bigint' : 'number';
    case 'float':
      return 'number';
    case 'boolean':
    case 'string':
    case 'undefined':
      return type.kind;
    case 'void':
      return 'undefined';
    default:
      return 'object';
  }
}
