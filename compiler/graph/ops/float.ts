// Ops on floats and booleans. f32 results are rounded to nearest after each op.
import type { ConstantValue } from '../../program/nodes.ts';
import { F64, type RtsType } from '../../program/types.ts';
import { NOT_FOLDED, op, type Folder, type OpRow } from './op.ts';
import { roundFloat } from './values.ts';

const first = (types: readonly RtsType[]): RtsType => types[0] ?? F64;
const number = (value: ConstantValue | undefined): number => value as number;

const binary = (meaning: string, compute: (a: number, b: number) => number): OpRow<'both'> =>
  op(['F', 'F'], ['F'], meaning, {
    pure: true,
    fold: (args, types) => roundFloat(first(types), compute(number(args[0]), number(args[1]))),
  });
const unary = (meaning: string, compute: (a: number) => number): OpRow<'both'> =>
  op(['F'], ['F'], meaning, {
    pure: true,
    fold: (args, types) => roundFloat(first(types), compute(number(args[0]))),
  });
const comparison = (meaning: string, compute: (a: number, b: number) => boolean): OpRow<'both'> =>
  op(['F', 'F'], ['boolean'], meaning, {
    pure: true,
    fold: (args) => compute(number(args[0]), number(args[1])),
  });
/** Implementation-approximated (ECMA-262 21.3.2): the C library's result, never folded, so that both builds agree. */
const approximated = (operands: 1 | 2, meaning: string): OpRow<'both'> =>
  op(operands === 1 ? ['F'] : ['F', 'F'], ['F'], meaning, { pure: true });

const foldSelect: Folder = (args) => (args[0] === true ? args[1] : args[2]) ?? NOT_FOLDED;

export const FLOAT_OPS = {
  float_add: binary('a + b', (a, b) => a + b),
  float_sub: binary('a - b', (a, b) => a - b),
  float_mul: binary('a * b', (a, b) => a * b),
  float_div: binary('a / b, IEEE 754', (a, b) => a / b),
  float_rem: binary("ECMA-262 6.1.6.1.6: C's fmod", (a, b) => a % b),
  float_neg: unary('-a', (a) => -a),
  float_abs: unary('Math.abs', Math.abs),
  float_floor: unary('Math.floor', Math.floor),
  float_ceil: unary('Math.ceil', Math.ceil),
  float_trunc: unary('Math.trunc', Math.trunc),
  float_round: unary('Math.round: ties towards +Infinity, -0 kept', Math.round),
  float_sign: unary('Math.sign', Math.sign),
  float_sqrt: unary('Math.sqrt, correctly rounded', Math.sqrt),
  float_min: binary('Math.min of two: NaN wins, -0 below 0', Math.min),
  float_max: binary('Math.max of two: NaN wins, 0 above -0', Math.max),
  float_pow: approximated(
    2,
    'ECMA-262 6.1.6.1.3: NaN for pow(±1, ±Infinity) and pow(1, NaN), else C pow',
  ),
  float_atan2: approximated(2, 'Math.atan2'),
  float_sin: approximated(1, 'Math.sin'),
  float_cos: approximated(1, 'Math.cos'),
  float_tan: approximated(1, 'Math.tan'),
  float_asin: approximated(1, 'Math.asin'),
  float_acos: approximated(1, 'Math.acos'),
  float_atan: approximated(1, 'Math.atan'),
  float_sinh: approximated(1, 'Math.sinh'),
  float_cosh: approximated(1, 'Math.cosh'),
  float_tanh: approximated(1, 'Math.tanh'),
  float_asinh: approximated(1, 'Math.asinh'),
  float_acosh: approximated(1, 'Math.acosh'),
  float_atanh: approximated(1, 'Math.atanh'),
  float_exp: approximated(1, 'Math.exp'),
  float_expm1: approximated(1, 'Math.expm1'),
  float_log: approximated(1, 'Math.log'),
  float_log1p: approximated(1, 'Math.log1p'),
  float_log2: approximated(1, 'Math.log2'),
  float_log10: approximated(1, 'Math.log10'),
  float_cbrt: approximated(1, 'Math.cbrt'),
  float_cast: op(['F'], ['F2'], 'between f64 and f32, rounded to nearest', {
    pure: true,
    fold: (args, _types, result) => roundFloat(result, number(args[0])),
  }),
  float_to_bits: op(
    ['F'],
    ['I'],
    'the IEEE 754 bits as an unsigned integer of the same width (u32, u64)',
    {
      level: 'low',
      pure: true,
      fold: (args, types) => {
        const view = new DataView(new ArrayBuffer(8));
        if (first(types) === F64) {
          view.setFloat64(0, number(args[0]));
          return view.getBigUint64(0);
        }
        view.setFloat32(0, number(args[0]));
        return view.getUint32(0);
      },
    },
  ),
  bits_to_float: op(['I'], ['F'], 'the float with these IEEE 754 bits; u32 to f32, u64 to f64', {
    level: 'low',
    pure: true,
    fold: (args, _types, result) => {
      const view = new DataView(new ArrayBuffer(8));
      if (result === F64) {
        view.setBigUint64(0, BigInt(args[0] as bigint));
        return view.getFloat64(0);
      }
      view.setUint32(0, number(args[0]));
      return view.getFloat32(0);
    },
  }),
  float_eq: comparison('a equals b; NaN equals nothing, -0 equals 0', (a, b) => a === b),
  float_ne: comparison('a differs from b; true for NaN', (a, b) => a !== b),
  float_lt: comparison('a < b; false for NaN', (a, b) => a < b),
  float_le: comparison('a <= b', (a, b) => a <= b),
  float_gt: comparison('a > b', (a, b) => a > b),
  float_ge: comparison('a >= b', (a, b) => a >= b),
  bool_not: op(['boolean'], ['boolean'], '!a', { pure: true, fold: (args) => args[0] !== true }),
  bool_eq: op(['boolean', 'boolean'], ['boolean'], 'a equals b', {
    pure: true,
    fold: (args) => args[0] === args[1],
  }),
  bool_to_int: op(['boolean'], ['I'], '0 or 1', {
    pure: true,
    fold: (args, _types, result) => {
      const bit = args[0] === true ? 1 : 0;
      return result.kind === 'int' && result.bits === 64 ? BigInt(bit) : bit;
    },
  }),
  select: op(
    ['boolean', 'T', 'T'],
    ['T'],
    'the second operand if the first is true, else the third',
    {
      pure: true,
      fold: foldSelect,
    },
  ),
  random: op([], ['f64'], 'Math.random: uniform in [0, 1)'),
} as const;
