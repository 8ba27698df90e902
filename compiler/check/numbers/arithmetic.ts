// Arithmetic and bitwise operators on two checked operands: the type they meet in, and the node
// (docs/language/numbers.md, rules 1 to 6). Used by binary operators, compound assignments and `++`.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { BinaryOperator, Expression } from '../../program/nodes.ts';
import { F32, F64, INT_TYPES, STRING, VOID, type RtsType } from '../../program/types.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { convertImplicitly } from '../convert.ts';
import { convertNumber } from './convert-number.ts';
import { foldLiterals } from './fold-literals.ts';
import { literal, literalText, literalValue } from './literal.ts';
import { isMeeting, isNumeric, meet, type NoMeeting } from './lossless.ts';
import { meantResult, refuseRounded, withWritten } from './rounded-literal.ts';
import { concatenation } from '../text/concat.ts';
import { typeText } from '../../program/type-text.ts';

const BITWISE: ReadonlySet<BinaryOperator> = new Set(['&', '|', '^', '<<', '>>', '>>>']);

export function arithmetic(
  operator: BinaryOperator,
  left: Expression,
  right: Expression,
  node: ts.Node,
  context: Context,
): Expression {
  for (const operand of [left, right]) if (operand.type === ERROR_TYPE) return context.failed(node);
  if (operator === '+' && (left.type === STRING || right.type === STRING))
    return concatenation(left, right, node, context);
  for (const operand of [left, right])
    if (!isNumeric(operand.type)) return wrongOperand(operator, operand, node, context);
  const span = context.span(node);
  const values = [literalValue(left), literalValue(right)] as const;
  if (values[0] !== undefined && values[1] !== undefined) {
    const folded = foldLiterals(operator, values[0], values[1]);
    if (folded !== undefined)
      return withWritten(literal(folded, span), meantResult(operator, left, right));
  }
  const met = meet(left, right);
  if (!isMeeting(met)) return noMeeting(met, operator, left, right, node, context);
  const type = resultType(operator, met);
  if (!type) return context.fail(E.unsignedShift, node, { type: typeText(met) });
  const operand = (value: Expression): Expression =>
    convertNumber(convertImplicitly(value, met, node, context), type, value.span);
  return { kind: 'binary', operator, left: operand(left), right: operand(right), type, span };
}

/** The type in which operands of `met` are computed; undefined for `>>>` on 64 bits. */
function resultType(operator: BinaryOperator, met: RtsType): RtsType | undefined {
  // JavaScript converts to 32 bits whatever the precision; the result is a `number`.
  if (met === F32 && BITWISE.has(operator)) return F64;
  if (operator !== '>>>' || met.kind !== 'int') return met;
  return met.bits <= 32 ? INT_TYPES.u32 : undefined;
}

export function noMeeting(
  reason: NoMeeting,
  operator: string,
  left: Expression,
  right: Expression,
  node: ts.Node,
  context: Context,
): Expression {
  if (reason.kind === 'literal') {
    const refused = refuseRounded(reason.literal, reason.type, node, context);
    if (refused) return refused;
    const value = literalText(literalValue(reason.literal) ?? 0);
    return context.fail(E.literalDoesNotFit, node, { value, type: typeText(reason.type) });
  }
  const code = reason.kind === 'signedness' ? E.mixedSignedness : E.mixedTypes;
  return context.fail(code, node, {
    left: typeText(left.type),
    right: typeText(right.type),
    operator,
  });
}

function wrongOperand(
  operator: string,
  operand: Expression,
  node: ts.Node,
  context: Context,
): Expression {
  const { type } = operand;
  if (type === VOID) return context.fail(E.voidValue, node, {});
  if (type.kind === 'nullable')
    return context.fail(E.nullableOperand, node, { type: typeText(type) });
  return context.fail(E.operandType, node, { operator, type: typeText(type) });
}
