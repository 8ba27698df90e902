// Ops on integers of one width. All wrap (two's complement) unless the row says otherwise.
import type { IntType, RtsType } from '../../program/types.ts';
import { NOT_FOLDED, op, type Folder, type OpRow } from './op.ts';
import { floatToInt, intToFloat, wrapInt } from './values.ts';

const asInt = (type: RtsType | undefined): IntType => type as IntType;
const big = (value: unknown): bigint => BigInt(value as bigint | number);

const fold2 =
  (compute: (a: bigint, b: bigint, type: IntType) => bigint | null): Folder =>
  (args, types) => {
    const type = asInt(types[0]);
    const value = compute(big(args[0]), big(args[1]), type);
    return value === null ? NOT_FOLDED : wrapInt(type, value);
  };
const fold1 =
  (compute: (a: bigint) => bigint): Folder =>
  (args, types) =>
    wrapInt(asInt(types[0]), compute(big(args[0])));
const foldCompare =
  (compute: (a: bigint, b: bigint) => boolean): Folder =>
  (args) =>
    compute(big(args[0]), big(args[1]));
const count = (b: bigint, type: IntType): bigint => b & BigInt(type.bits - 1);
const unsigned = (a: bigint, type: IntType): bigint => BigInt.asUintN(type.bits, a);

const binary = (
  meaning: string,
  compute: (a: bigint, b: bigint, type: IntType) => bigint | null,
): OpRow<'both'> => op(['I', 'I'], ['I'], meaning, { pure: true, fold: fold2(compute) });
const comparison = (meaning: string, compute: (a: bigint, b: bigint) => boolean): OpRow<'both'> =>
  op(['I', 'I'], ['boolean'], meaning, { pure: true, fold: foldCompare(compute) });

const overflow = (what: string, compute: (a: bigint, b: bigint) => bigint): OpRow<'both'> =>
  op(['I', 'I'], ['boolean'], `whether ${what} is no number of the type`, {
    pure: true,
    fold: (args, types) => {
      const value = compute(big(args[0]), big(args[1]));
      return BigInt(wrapInt(asInt(types[0]), value) as bigint | number) !== value;
    },
  });

export const INTEGER_OPS = {
  int_add: binary('a + b, wrapped', (a, b) => a + b),
  int_sub: binary('a - b, wrapped', (a, b) => a - b),
  int_mul: binary('a * b, wrapped', (a, b) => a * b),
  int_add_overflows: overflow('a + b', (a, b) => a + b),
  int_sub_overflows: overflow('a - b', (a, b) => a - b),
  int_mul_overflows: overflow('a * b', (a, b) => a * b),
  int_mul_high: binary(
    'the upper half of the product of twice the width, of the operands as unsigned numbers',
    (a, b, type) => (unsigned(a, type) * unsigned(b, type)) >> BigInt(type.bits),
  ),
  int_div: op(
    ['I', 'I'],
    ['I'],
    'a / b truncated; raises RangeError when b is 0; MIN / -1 wraps to MIN',
    {
      level: 'high',
      pure: true,
      raises: true,
      fold: fold2((a, b) => (b === 0n ? null : a / b)),
    },
  ),
  int_rem: op(
    ['I', 'I'],
    ['I'],
    'remainder with the sign of a; raises RangeError when b is 0; MIN % -1 is 0',
    {
      level: 'high',
      pure: true,
      raises: true,
      fold: fold2((a, b) => (b === 0n ? null : a % b)),
    },
  ),
  int_div_nonzero: op(
    ['I', 'I'],
    ['I'],
    'int_div where b is known not to be 0; MIN / -1 wraps to MIN',
    {
      level: 'low',
      pure: true,
      fold: fold2((a, b) => (b === 0n ? null : a / b)),
    },
  ),
  int_rem_nonzero: op(['I', 'I'], ['I'], 'int_rem where b is known not to be 0; MIN % -1 is 0', {
    level: 'low',
    pure: true,
    fold: fold2((a, b) => (b === 0n ? null : a % b)),
  }),
  int_pow: op(['I', 'I'], ['I'], 'a ** b, wrapped; raises RangeError when b is negative', {
    pure: true,
    raises: true,
    fold: fold2((a, b, type) => (b < 0n ? null : power(a, b, type))),
  }),
  int_and: binary('bitwise and', (a, b) => a & b),
  int_or: binary('bitwise or', (a, b) => a | b),
  int_xor: binary('bitwise exclusive or', (a, b) => a ^ b),
  int_shl: binary('a << (b modulo width)', (a, b, type) => a << count(b, type)),
  int_shr: binary(
    'a >> (b modulo width), arithmetic if signed, logical if not',
    (a, b, type) => a >> count(b, type),
  ),
  int_ushr: binary(
    'a >>> (b modulo width), zeros shifted in whatever the sign',
    (a, b, type) => unsigned(a, type) >> count(b, type),
  ),
  int_neg: op(['I'], ['I'], '-a, wrapped', { pure: true, fold: fold1((a) => -a) }),
  int_invert: op(['I'], ['I'], '~a', { pure: true, fold: fold1((a) => ~a) }),
  int_clz: op(['I'], ['I'], 'number of leading zero bits; the width for 0', {
    pure: true,
    fold: (args, types) => {
      const type = asInt(types[0]);
      const bits = unsigned(big(args[0]), type);
      return wrapInt(type, BigInt(bits === 0n ? type.bits : type.bits - bits.toString(2).length));
    },
  }),
  int_bswap: op(['I'], ['I'], 'bytes in the opposite order; of one byte: itself', {
    pure: true,
    fold: (args, types) =>
      wrapInt(asInt(types[0]), swapBytes(unsigned(big(args[0]), asInt(types[0])), asInt(types[0]))),
  }),
  int_eq: comparison('a equals b', (a, b) => a === b),
  int_ne: comparison('a differs from b', (a, b) => a !== b),
  int_lt: comparison('a < b, signed or unsigned by type', (a, b) => a < b),
  int_le: comparison('a <= b', (a, b) => a <= b),
  int_gt: comparison('a > b', (a, b) => a > b),
  int_ge: comparison('a >= b', (a, b) => a >= b),
  int_cast: op(
    ['I'],
    ['I2'],
    'to another width or signedness: wraps, or extends by the sign of the source type',
    {
      pure: true,
      fold: (args, _types, result) => wrapInt(asInt(result), big(args[0])),
    },
  ),
  int_to_float: op(['I'], ['F'], 'rounded to nearest, ties to even', {
    pure: true,
    fold: (args, _types, result) => intToFloat(result, big(args[0])),
  }),
  float_to_int: op(
    ['F'],
    ['I'],
    'truncated and wrapped, ECMA-262 7.1.6 for any width; NaN and infinities give 0',
    {
      pure: true,
      fold: (args, _types, result) => floatToInt(asInt(result), args[0] as number),
    },
  ),
  float_to_int_exact: op(
    ['F'],
    ['I'],
    'of a value known to be an integer that fits; anything else is undefined',
    {
      level: 'low',
      pure: true,
      fold: (args, _types, result) => floatToInt(asInt(result), args[0] as number),
    },
  ),
} as const;

/** Square and multiply, wrapped at each step so that huge exponents stay cheap. */
function power(base: bigint, exponent: bigint, type: IntType): bigint {
  let result = 1n;
  for (let factor = base, rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = BigInt.asUintN(type.bits, result * factor);
    factor = BigInt.asUintN(type.bits, factor * factor);
  }
  return result;
}

function swapBytes(value: bigint, type: IntType): bigint {
  let swapped = 0n;
  for (let shift = 0n; shift < BigInt(type.bits); shift += 8n)
    swapped = (swapped << 8n) | ((value >> shift) & 255n);
  return swapped;
}
