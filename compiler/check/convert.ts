// Implicit conversion of an expression to the type of its place: without loss, or an error
// (docs/language/numbers.md, Conversions).
import type ts from 'typescript';
import { zeroOf } from '../graph/ops/values.ts';
import type { Expression } from '../program/nodes.ts';
import {
  derivesFrom,
  isInterface,
  isReference,
  NEVER,
  NULL,
  VOID,
  type NullableType,
  type RtsType,
} from '../program/types.ts';
import { E } from '../diagnostics/codes.ts';
import { convertTo, sequence } from './build.ts';
import { adaptClosure } from './calls/closure.ts';
import { ERROR_TYPE, type Context } from './context.ts';
import { absent, baseOf, isAbsent } from './nullable.ts';
import { adaptLiteral, constant, literalText, literalValue } from './numbers/literal.ts';
import { convertNumber } from './numbers/convert-number.ts';
import { fitsByForm, isLossless, isNumeric } from './numbers/lossless.ts';
import { refuseRounded } from './numbers/rounded-literal.ts';
import { tsc } from './tsc.ts';
import { typeText } from '../program/type-text.ts';
import { convertToUnion } from './unions/convert.ts';

export function convertImplicitly(
  expression: Expression,
  target: RtsType,
  node: ts.Node,
  context: Context,
): Expression {
  const { type, span } = expression;
  if (type === ERROR_TYPE || target === ERROR_TYPE) return context.failed(node);
  const value = literalValue(expression);
  if (type === target && value === undefined) return expression;
  const widened =
    toBase(expression, target, node, context) ?? convertToUnion(expression, target, node, context);
  if (widened) return widened;
  if (target.kind === 'nullable') return toNullable(expression, target, node, context);
  if (isNumeric(target)) {
    const refused = refuseRounded(expression, target, node, context);
    if (refused) return refused;
    if (value !== undefined)
      return (
        adaptLiteral(value, target, span) ??
        context.fail(E.literalDoesNotFit, node, {
          value: literalText(value),
          type: typeText(target),
        })
      );
    if (isNumeric(type))
      return isLossless(type, target) || fitsByForm(expression, target)
        ? convertNumber(expression, target, span)
        : context.fail(E.notAssignable, node, { from: typeText(type), to: typeText(target) });
  }
  if (type === NULL && target.kind === 'ptr')
    return sequence([expression], constant(target, null, span), span);
  if (type === NEVER && target.kind !== 'typedarray')
    return sequence([expression], constant(target, zeroOf(target), span), span);
  // TypeScript has found that the value is of no type that is left: nothing is handed on.
  if (target === NEVER && isNever(node, context))
    return sequence([expression], constant(NEVER, undefined, span), span);
  if (target.kind === 'literal') return convertTo('to-literal', expression, target, span);
  if (type.kind === 'function' && target.kind === 'function') {
    const adapted = adaptClosure(expression, type, target, node, context);
    if (adapted) return adapted;
  }
  return (
    context.asIterable(expression, target, node) ?? mismatch(expression, target, node, context)
  );
}

/** To a base class, an interface or a union, whatever may be absent; undefined for all other conversions. */
function toBase(
  expression: Expression,
  target: RtsType,
  node: ts.Node,
  context: Context,
): Expression | undefined {
  const { type, span } = expression;
  const [from, to] = [baseOf(type), baseOf(target)];
  if (from === to || !isReference(from) || !allowsAbsent(target, type)) return undefined;
  const parts = from.kind === 'union' ? from.members : [from];
  const wanted = to.kind === 'union' ? to.members : [to];
  const fits = parts.every((part) => wanted.some((one) => isBelow(part, one, node, context)));
  if (!fits) return undefined;
  return convertTo('upcast', expression, target, span);
}

/** The same, derived from it, or an object that can stand behind the interface. */
const isBelow = (type: RtsType, above: RtsType, node: ts.Node, context: Context): boolean =>
  type === above ||
  (type.kind === 'object' &&
    above.kind === 'object' &&
    (derivesFrom(type, above) ||
      (isInterface(above) && context.classes.accepts(type, above, node))));

const isNever = (node: ts.Node, { checker }: Context): boolean =>
  (checker.getTypeAtLocation(node).flags & tsc.TypeFlags.Never) !== 0;

/** `target` has what `type` may be instead of a value. */
const allowsAbsent = (target: RtsType, type: RtsType): boolean =>
  type.kind !== 'nullable' ||
  (target.kind === 'nullable' &&
    (target.allowsNull || !type.allowsNull) &&
    (target.allowsUndefined || !type.allowsUndefined));

function toNullable(
  expression: Expression,
  target: NullableType,
  node: ts.Node,
  context: Context,
): Expression {
  const { type, span } = expression;
  if (isAbsent(expression)) {
    const value = type === NULL ? null : undefined;
    return sequence([expression], absent(target, value, span), span);
  }
  if (type.kind === 'nullable') {
    return type.base === target.base && allowsAbsent(target, type)
      ? convertTo('to-nullable', expression, target, span)
      : mismatch(expression, target, node, context);
  }
  const base = convertImplicitly(expression, target.base, node, context);
  return base.type === ERROR_TYPE ? base : convertTo('to-nullable', base, target, span);
}

function mismatch(
  expression: Expression,
  target: RtsType,
  node: ts.Node,
  context: Context,
): Expression {
  const { type } = expression;
  if (type === VOID) return context.fail(E.voidValue, node, {});
  if (type.kind === 'nullable' && target.kind !== 'nullable')
    return context.fail(E.nullableOperand, node, { type: typeText(type) });
  const texts = { from: typeText(type), to: typeText(target) };
  const records = isRecord(type) && isRecord(baseOf(target));
  return records
    ? context.fail(E.recordShape, node, texts)
    : context.fail(E.wrongType, node, texts);
}

const isRecord = (type: RtsType): boolean => type.kind === 'object' && type.form === 'record';
