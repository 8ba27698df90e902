// Evaluators of the arithmetic that has no folder, or whose folder refuses: Math's approximated functions and raises.
import { RAISED } from '../../builtins/errors.ts';
import { OPS, type OpName } from '../ops.ts';
import type { FLOAT_OPS } from '../ops/float.ts';
import type { INTEGER_OPS } from '../ops/integer.ts';
import { NOT_FOLDED } from '../ops/op.ts';
import { roundFloat } from '../ops/values.ts';
import type { ConstantValue } from '../../program/nodes.ts';
import type { Op, RaisedError } from '../graph.ts';
import { asNumber, InterpreterError, raise, type Evaluator, type Held } from './held.ts';

type Approximated = Extract<
  OpName,
  `float_${
    | 'pow'
    | 'atan2'
    | 'sin'
    | 'cos'
    | 'tan'
    | 'asin'
    | 'acos'
    | 'atan'
    | 'sinh'
    | 'cosh'
    | 'tanh'
    | 'asinh'
    | 'acosh'
    | 'atanh'
    | 'exp'
    | 'expm1'
    | 'log'
    | 'log1p'
    | 'log2'
    | 'log10'
    | 'cbrt'}`
>;
type Refusing = 'int_div' | 'int_rem' | 'int_pow';
/** What the op table's folders evaluate: all arithmetic but what stands in `ARITHMETIC`. */
export type FoldedOpName = Exclude<
  keyof typeof INTEGER_OPS | keyof typeof FLOAT_OPS,
  Approximated | Refusing | 'select' | 'random'
>;

/** The op's folder on values that it takes and results that it does not refuse. */
export const fold: Evaluator = (args, op) => {
  const value = tryFold(args, op);
  if (value === NOT_FOLDED)
    throw new InterpreterError(`${op.name} of ${args.join(', ')} is undefined`);
  return [value];
};

function tryFold(
  args: readonly Held[],
  { name, args: operands, results }: Op,
): Held | typeof NOT_FOLDED {
  const folder = OPS[name].fold;
  const result = results[0]?.type;
  if (!folder || !result) throw new InterpreterError(`${name} has no folder`);
  const types = operands.map(({ type }) => type);
  // Folded ops take scalars and strings only, by their rows.
  return folder(args as readonly ConstantValue[], types, result);
}

export const foldOrRaise =
  (error: RaisedError): Evaluator =>
  (args, op) => {
    const value = tryFold(args, op);
    return value === NOT_FOLDED ? raise(error, ...args) : [value];
  };

const unary =
  (compute: (a: number) => number): Evaluator =>
  ([a], op) => [roundFloat(op.args[0]?.type ?? { kind: 'void' }, compute(asNumber(a)))];
const binary =
  (compute: (a: number, b: number) => number): Evaluator =>
  ([a, b], op) => [
    roundFloat(op.args[0]?.type ?? { kind: 'void' }, compute(asNumber(a), asNumber(b))),
  ];

export const ARITHMETIC: {
  readonly [K in Approximated | Refusing | 'select' | 'random']: Evaluator;
} = {
  int_div: foldOrRaise(RAISED.divisionByZero),
  int_rem: foldOrRaise(RAISED.divisionByZero),
  int_pow: foldOrRaise(RAISED.negativeExponent),
  select: ([condition, whenTrue, whenFalse]) => [condition === true ? whenTrue : whenFalse],
  random: () => [Math.random()],
  float_pow: binary(Math.pow),
  float_atan2: binary(Math.atan2),
  float_sin: unary(Math.sin),
  float_cos: unary(Math.cos),
  float_tan: unary(Math.tan),
  float_asin: unary(Math.asin),
  float_acos: unary(Math.acos),
  float_atan: unary(Math.atan),
  float_sinh: unary(Math.sinh),
  float_cosh: unary(Math.cosh),
  float_tanh: unary(Math.tanh),
  float_asinh: unary(Math.asinh),
  float_acosh: unary(Math.acosh),
  float_atanh: unary(Math.atanh),
  float_exp: unary(Math.exp),
  float_expm1: unary(Math.expm1),
  float_log: unary(Math.log),
  float_log1p: unary(Math.log1p),
  float_log2: unary(Math.log2),
  float_log10: unary(Math.log10),
  float_cbrt: unary(Math.cbrt),
};
