// Which numeric types convert without loss (docs/language/numbers.md, rule 3 and Conversions), and which type two
// operands meet in.
import type { Expression } from '../../program/nodes.ts';
import { F32, F64, type IntType, type RtsType } from '../../program/types.ts';
import { fitsInt, literalValue, adaptLiteral } from './literal.ts';
import { isWidenedF32, knownRange } from './known-range.ts';

export const isNumeric = (type: RtsType): boolean => type.kind === 'int' || type.kind === 'float';

/** Every value of `from` is one of `to`. False for a type and itself. */
export function isLossless(from: RtsType, to: RtsType): boolean {
  if (from.kind === 'int' && to.kind === 'int')
    return from.signed === to.signed && from.bits < to.bits;
  if (from.kind === 'int')
    return (to === F64 && from.bits <= 32) || (to === F32 && from.bits <= 16);
  return from === F32 && to === F64;
}

/** The form of the `number` expression says that every value of it fits. */
export function fitsByForm(expression: Expression, type: RtsType): boolean {
  if (expression.type !== F64) return false;
  if (type === F32) return isWidenedF32(expression);
  const range = type.kind === 'int' ? knownRange(expression) : null;
  return (
    range !== null && fitsInt(type as IntType, range.low) && fitsInt(type as IntType, range.high)
  );
}

/** Why two operands have no common type. */
export type NoMeeting =
  | { readonly kind: 'literal'; readonly literal: Expression; readonly type: RtsType }
  | { readonly kind: 'signedness' }
  | { readonly kind: 'loss' };

/** The type that both numeric operands convert to. */
export function meet(left: Expression, right: Expression): RtsType | NoMeeting {
  const leftLiteral = literalValue(left);
  const rightLiteral = literalValue(right);
  if (leftLiteral !== undefined && rightLiteral === undefined)
    return meetLiteral(left, leftLiteral, right.type);
  if (rightLiteral !== undefined && leftLiteral === undefined)
    return meetLiteral(right, rightLiteral, left.type);
  if (left.type === right.type) return left.type;
  if (isLossless(left.type, right.type)) return right.type;
  if (isLossless(right.type, left.type)) return left.type;
  if (fitsByForm(left, right.type)) return right.type;
  if (fitsByForm(right, left.type)) return left.type;
  const signedness =
    left.type.kind === 'int' && right.type.kind === 'int' && left.type.signed !== right.type.signed;
  return { kind: signedness ? 'signedness' : 'loss' };
}

function meetLiteral(
  literal: Expression,
  value: number | bigint,
  type: RtsType,
): RtsType | NoMeeting {
  return adaptLiteral(value, type, literal.span) ? type : { kind: 'literal', literal, type };
}

/** A type has no `NoMeeting` kind. */
export const isMeeting = (result: RtsType | NoMeeting): result is RtsType =>
  result.kind !== 'literal' && result.kind !== 'signedness' && result.kind !== 'loss';
