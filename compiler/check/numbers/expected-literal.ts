// A literal in the type that its surroundings expect, before it meets another operand.
import type { Expression } from '../../program/nodes.ts';
import type { RtsType } from '../../program/types.ts';
import { baseOf } from '../nullable.ts';
import { adaptLiteral, literalValue } from './literal.ts';
import { isRounded } from './rounded-literal.ts';

/** Everything that is not a literal, and a literal that does not fit or is not exact, stays as it is. */
export function literalAs(expression: Expression, expected: RtsType | null): Expression {
  const value = literalValue(expression);
  if (value === undefined || expected === null) return expression;
  const type = baseOf(expected);
  if (type.kind === 'int' && isRounded(expression)) return expression;
  return adaptLiteral(value, type, expression.span) ?? expression;
}
