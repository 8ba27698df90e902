// Numeric literals and expressions of literals only: they have no type of their own until a place or another
// operand gives them one (docs/language/numbers.md, rule 1).
import { maximum, minimum } from '../../graph/ops/values.ts';
import type { ConstantValue, Expression } from '../../program/nodes.ts';
import { F64, INT_TYPES, type IntType, type RtsType } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';

type ConstantExpression = Extract<Expression, { kind: 'constant' }>;

/** The constants that still take any numeric type; all others have theirs for good. */
const literals = new WeakSet<Expression>();

export const constant = (type: RtsType, value: ConstantValue, span: Span): ConstantExpression => ({
  kind: 'constant',
  type,
  value,
  span,
});

/** `number` until it is adapted; bigints i64, or u64 where only that holds them. */
export function literal(value: number | bigint, span: Span): ConstantExpression {
  const type =
    typeof value === 'number' ? F64 : fitsInt(INT_TYPES.i64, value) ? INT_TYPES.i64 : INT_TYPES.u64;
  const expression = constant(type, value, span);
  literals.add(expression);
  return expression;
}

/** The value of a literal; undefined for every other expression. */
export function literalValue(expression: Expression): number | bigint | undefined {
  if (expression.kind !== 'constant' || !literals.has(expression)) return undefined;
  const { value } = expression;
  return typeof value === 'number' || typeof value === 'bigint' ? value : undefined;
}

export const literalText = (value: number | bigint): string =>
  typeof value === 'bigint' ? `${value}n` : String(value);

export const fitsInt = (type: IntType, value: bigint): boolean =>
  value >= minimum(type) && value <= maximum(type);

/** The canonical constant of an integer type: a bigint for 64-bit ones. */
export const intConstant = (type: IntType, value: bigint, span: Span): ConstantExpression =>
  constant(type, type.bits === 64 ? value : Number(value), span);

/** The literal's value as a constant of `type`; undefined where it does not fit. */
export function adaptLiteral(
  value: number | bigint,
  type: RtsType,
  span: Span,
): ConstantExpression | undefined {
  if (type.kind === 'float') {
    if (typeof value === 'bigint') return undefined;
    const rounded = type.name === 'f32' ? Math.fround(value) : value;
    return Number.isFinite(value) && !Number.isFinite(rounded)
      ? undefined
      : constant(type, rounded, span);
  }
  if (type.kind !== 'int') return undefined;
  if (typeof value === 'number' && !Number.isInteger(value)) return undefined;
  const whole = BigInt(value);
  return fitsInt(type, whole) ? intConstant(type, whole, span) : undefined;
}
