// `i32(x)` and the other conversion functions of 'mixmod' → a conversion that truncates, wraps or rounds.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { BOOLEAN, F32, F64, INT_TYPES, type RtsType } from '../../program/types.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { convertNumber } from '../numbers/convert-number.ts';
import { constant } from '../numbers/literal.ts';
import { isNumeric } from '../numbers/lossless.ts';
import { refuseRounded } from '../numbers/rounded-literal.ts';
import { MIXMOD_PATH } from '../library-paths.ts';
import { typeText } from '../../program/type-text.ts';

const TARGETS: ReadonlyMap<string, RtsType> = new Map<string, RtsType>([
  ...Object.entries(INT_TYPES),
  // A machine word, as RPython's is.
  ['intmask', INT_TYPES.isize],
  ['f32', F32],
  ['f64', F64],
]);

/** The type that a function of 'mixmod' converts to; undefined for every other function. */
export function conversionTarget(symbol: ts.Symbol): RtsType | undefined {
  const file = symbol.valueDeclaration?.getSourceFile();
  return file?.fileName === MIXMOD_PATH ? TARGETS.get(symbol.name) : undefined;
}

export function callConversion(
  type: RtsType,
  node: ts.CallExpression,
  context: Context,
): Expression {
  const [argument] = node.arguments;
  if (!argument) return context.failed(node);
  const value = context.expression(argument);
  if (value.type === ERROR_TYPE) return value;
  if (value.type.kind === 'nullable')
    return context.fail(E.nullableOperand, argument, { type: typeText(value.type) });
  if (!isNumeric(value.type) && value.type !== BOOLEAN)
    return context.fail(E.notConvertible, argument, {
      from: typeText(value.type),
      to: typeText(type),
    });
  const refused = refuseRounded(value, type, argument, context);
  if (refused) return refused;
  const converted = convertNumber(value, type, context.span(node));
  // `f64(1)` is a number for good, no literal.
  return converted.kind === 'constant'
    ? constant(type, converted.value, converted.span)
    : converted;
}
