// The range of an integral `number` expression, where its form alone tells it (docs/language/numbers.md, Conversions).
import type { Expression } from '../../program/nodes.ts';
import type { ElementName, RtsType } from '../../program/types.ts';
import { F32, INT_TYPES } from '../../program/types.ts';
import { maximum, minimum } from '../../graph/ops/values.ts';

export interface Range {
  readonly low: bigint;
  readonly high: bigint;
}

const LENGTH: Range = { low: 0n, high: BigInt(Number.MAX_SAFE_INTEGER) };
const INT32 = rangeOfType(INT_TYPES.i32);
const UINT32 = rangeOfType(INT_TYPES.u32);
const ELEMENT: { readonly [E in ElementName]: Range | null } = {
  i8: rangeOfType(INT_TYPES.i8),
  u8: rangeOfType(INT_TYPES.u8),
  u8c: rangeOfType(INT_TYPES.u8),
  i16: rangeOfType(INT_TYPES.i16),
  u16: rangeOfType(INT_TYPES.u16),
  i32: INT32,
  u32: UINT32,
  f32: null,
  f64: null,
  i64: null,
  u64: null,
};

function rangeOfType(type: RtsType): Range | null {
  return type.kind === 'int' ? { low: minimum(type), high: maximum(type) } : null;
}

/** null where the form does not tell. Never wrong: every value of the expression is an integer of the range. */
export function knownRange(expression: Expression): Range | null {
  switch (expression.kind) {
    case 'constant':
      return typeof expression.value === 'number' && Number.isInteger(expression.value)
        ? { low: BigInt(expression.value), high: BigInt(expression.value) }
        : null;
    case 'read': {
      const { place } = expression;
      if (place.kind === 'element' && place.array.type.kind === 'typedarray')
        return ELEMENT[place.array.type.element];
      if (place.kind === 'global' && typeof place.global.constant === 'number')
        return knownRange({ ...expression, kind: 'constant', value: place.global.constant });
      return null;
    }
    case 'convert':
      return expression.conversion === 'int-to-float' ? rangeOfInt(expression.operand) : null;
    case 'binary':
      return expression.type.kind === 'float' ? bitwiseRange(expression) : null;
    case 'unary':
      return expression.type.kind === 'float' && expression.operator === '~' ? INT32 : null;
    case 'conditional':
      return hull(knownRange(expression.whenTrue), knownRange(expression.whenFalse));
    case 'let':
      return knownRange(expression.body);
    case 'assign':
    case 'sequence':
      return knownRange(expression.value);
    default:
      return null;
  }
}

/** Lengths are far below the end of isize. */
const rangeOfInt = (operand: Expression): Range | null =>
  isLength(operand) ? LENGTH : rangeOfType(operand.type);

const isLength = (expression: Expression): boolean =>
  expression.kind === 'builtin' && /\.(length|byteLength|byteOffset)$/.test(expression.builtin);

function hull(a: Range | null, b: Range | null): Range | null {
  if (!a || !b) return null;
  return { low: a.low < b.low ? a.low : b.low, high: a.high > b.high ? a.high : b.high };
}

function bitwiseRange(expression: Extract<Expression, { kind: 'binary' }>): Range | null {
  switch (expression.operator) {
    case '&': {
      const mask = positiveConstant(expression.left) ?? positiveConstant(expression.right);
      return mask === undefined ? INT32 : { low: 0n, high: BigInt(mask) };
    }
    case '|':
    case '^':
    case '<<':
    case '>>':
      return INT32;
    case '>>>': {
      const count = expression.right.kind === 'constant' ? Number(expression.right.value) & 31 : 0;
      return { low: 0n, high: 0xffffffffn >> BigInt(count) };
    }
    default:
      return null;
  }
}

function positiveConstant(expression: Expression): number | undefined {
  if (expression.kind !== 'constant' || typeof expression.value !== 'number') return undefined;
  const whole = expression.value | 0;
  return whole >= 0 && whole === expression.value ? whole : undefined;
}

/** True for a `number` that is an f32 by its form: widened from one, as `Math.fround` gives it. */
export const isWidenedF32 = (expression: Expression): boolean =>
  expression.kind === 'convert' &&
  expression.conversion === 'float-to-float' &&
  expression.operand.type === F32;

/** True for an integer operand whose every value a double holds exactly. */
export const isExactInDouble = (operand: Expression): boolean =>
  isLength(operand) || (operand.type.kind === 'int' && operand.type.bits < 64);
