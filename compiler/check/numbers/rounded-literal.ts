// Numeric literals whose digits say another integer than the double that they are in JavaScript: as numbers they are what they
// are on Node, as integers they are refused.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { BinaryOperator, Expression } from '../../program/nodes.ts';
import type { RtsType } from '../../program/types.ts';
import type { Context } from '../context.ts';
import { typeText } from '../../program/type-text.ts';
import { fitsInt, literalText, literalValue } from './literal.ts';

/** What the digits say. */
const written = new WeakMap<Expression, bigint>();

/** Notes what is written, if the literal has another value. */
export function withWritten(literal: Expression, exact: bigint | undefined): Expression {
  const value = literalValue(literal);
  if (exact !== undefined && typeof value === 'number' && Number.isInteger(value))
    if (BigInt(value) !== exact) written.set(literal, exact);
  return literal;
}

export const isRounded = (expression: Expression): boolean => written.has(expression);

/** The integer that a literal means; undefined for all else. */
export function meantInteger(expression: Expression): bigint | undefined {
  const value = literalValue(expression);
  if (typeof value === 'bigint') return value;
  if (value === undefined || !Number.isInteger(value)) return undefined;
  return written.get(expression) ?? BigInt(value);
}

/** Powers of ten beyond this fit no integer type. */
const MOST_ZEROS = 40;

/** The integer that the text of a literal means; undefined where it means a fraction, or more than any type holds. */
export function writtenInteger(text: string): bigint | undefined {
  const digits = text.replaceAll('_', '');
  if (/^0[box]/i.test(digits)) return BigInt(digits);
  const parts = /^(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(digits);
  if (!parts) return undefined;
  const [, whole = '', fraction = '', exponent = '0'] = parts;
  const shift = Number(exponent) - fraction.length;
  const all = BigInt(`0${whole}${fraction}`);
  if (Math.abs(shift) > MOST_ZEROS) return undefined;
  const power = 10n ** BigInt(Math.abs(shift));
  if (shift >= 0) return all * power;
  return all % power === 0n ? all / power : undefined;
}

const EXACT: { readonly [O in BinaryOperator]?: (a: bigint, b: bigint) => bigint } = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
};

/** What an expression of two literals means; undefined where that needs no note. */
export function meantResult(
  operator: BinaryOperator,
  left: Expression,
  right: Expression,
): bigint | undefined {
  const [a, b] = [meantInteger(left), meantInteger(right)];
  return a === undefined || b === undefined ? undefined : EXACT[operator]?.(a, b);
}

/** Reports a literal that is not, as a number, the integer of `type` that is written; undefined for everything else. */
export function refuseRounded(
  expression: Expression,
  type: RtsType,
  node: ts.Node,
  context: Context,
): Expression | undefined {
  const exact = written.get(expression);
  if (exact === undefined || type.kind !== 'int' || !fitsInt(type, exact)) return undefined;
  const value = literalText(literalValue(expression) ?? 0);
  const target = type.bigint ? '' : typeText(type);
  return context.fail(E.roundedLiteral, node, { written: String(exact), value, target });
}
