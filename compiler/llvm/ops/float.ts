// Ops on floats and booleans → LLVM: its own instructions, functions of the prelude, C's mathematics.
import llvm from 'llvm-bindings';
import { simple, type Emitter, type EmittersOf, type OpContext } from './emitter.ts';
import { castInt, intrinsic, toDouble } from './integer.ts';
import { asFloat, asInt, floatOperand, operand, resultType } from './operands.ts';

type Binary = (builder: llvm.IRBuilder, a: llvm.Value, b: llvm.Value) => llvm.Value;

const binary = (emit: Binary): Emitter => simple((builder, a, b) => emit(builder, a, b));

const llvmOwn = (id: number): Emitter =>
  simple((_builder, a, _b, op, context) =>
    intrinsic(context, id, context.writer.types.of(floatOperand(op)), [a]),
  );

/** `<name>.f64` or `<name>.f32` of the prelude. */
const prelude =
  (name: string): Emitter =>
  (op, context) => [
    context.writer.call(
      `${name}.${floatOperand(op).name}`,
      op.args.map((arg) => context.value(arg)),
    ),
  ];

/** A function of doubles; f32 goes through double and is rounded. */
const c =
  (name: string): Emitter =>
  (op, context) => {
    const { writer } = context;
    const args = op.args.map((arg) => toDouble(context, context.value(arg), op));
    return [roundTo(context, writer.call(name, args), asFloat(resultType(op)).name)];
  };

function roundTo({ writer }: OpContext, value: llvm.Value, name: 'f32' | 'f64'): llvm.Value {
  return name === 'f32' ? writer.builder.CreateFPTrunc(value, writer.types.float) : value;
}

const cast: Emitter = simple((builder, a, _b, op, { writer }) => {
  const [from, to] = [floatOperand(op).name, asFloat(resultType(op)).name];
  if (from === to) return a;
  return to === 'f64'
    ? builder.CreateFPExt(a, writer.types.double)
    : builder.CreateFPTrunc(a, writer.types.float);
});

const select: Emitter = (op, context) => {
  const [condition, a, b] = [0, 1, 2].map((index) => context.value(operand(op, index)));
  if (!condition || !a || !b) throw new Error('select without operands');
  return [context.writer.builder.CreateSelect(condition, a, b)];
};

/**
 * `<` and `>`. Zero is one that LLVM cannot see: LLVM 14 takes `1 / y < 0` for false where it knows that
 * y is not below zero, and forgets that y may be -0 (a root, or a conditional of constants).
 */
const ordered =
  (emit: Binary): Emitter =>
  (op, context) => {
    const [a, b] = [0, 1].map((index) => {
      const arg = operand(op, index);
      const isZero = arg.kind === 'constant' && arg.value === 0;
      return isZero
        ? context.writer.call(`mm.zero.${floatOperand(op).name}`, [])
        : context.value(arg);
    });
    if (!a || !b) throw new Error('comparison without operands');
    return [emit(context.writer.builder, a, b)];
  };

export const FLOAT: EmittersOf<
  | 'float_add'
  | 'float_sub'
  | 'float_mul'
  | 'float_div'
  | 'float_rem'
  | 'float_neg'
  | 'float_abs'
  | 'float_floor'
  | 'float_ceil'
  | 'float_trunc'
  | 'float_round'
  | 'float_sign'
  | 'float_sqrt'
  | 'float_min'
  | 'float_max'
  | 'float_pow'
  | 'float_atan2'
  | 'float_sin'
  | 'float_cos'
  | 'float_tan'
  | 'float_asin'
  | 'float_acos'
  | 'float_atan'
  | 'float_sinh'
  | 'float_cosh'
  | 'float_tanh'
  | 'float_asinh'
  | 'float_acosh'
  | 'float_atanh'
  | 'float_exp'
  | 'float_expm1'
  | 'float_log'
  | 'float_log1p'
  | 'float_log2'
  | 'float_log10'
  | 'float_cbrt'
  | 'float_cast'
  | 'float_to_bits'
  | 'bits_to_float'
  | 'float_eq'
  | 'float_ne'
  | 'float_lt'
  | 'float_le'
  | 'float_gt'
  | 'float_ge'
  | 'bool_not'
  | 'bool_eq'
  | 'bool_to_int'
  | 'select'
  | 'random'
> = {
  float_add: binary((builder, a, b) => builder.CreateFAdd(a, b)),
  float_sub: binary((builder, a, b) => builder.CreateFSub(a, b)),
  float_mul: binary((builder, a, b) => builder.CreateFMul(a, b)),
  float_div: binary((builder, a, b) => builder.CreateFDiv(a, b)),
  float_rem: c('mm.rem'),
  float_neg: simple((builder, a) => builder.CreateFNeg(a)),
  float_abs: llvmOwn(llvm.Intrinsic.fabs),
  float_floor: llvmOwn(llvm.Intrinsic.floor),
  float_ceil: llvmOwn(llvm.Intrinsic.ceil),
  float_trunc: llvmOwn(llvm.Intrinsic.trunc),
  float_round: prelude('mm.round'),
  float_sign: prelude('mm.sign'),
  float_sqrt: llvmOwn(llvm.Intrinsic.sqrt),
  float_min: prelude('mm.min'),
  float_max: prelude('mm.max'),
  float_pow: c('mm.pow'),
  float_atan2: c('atan2'),
  float_sin: c('sin'),
  float_cos: c('cos'),
  float_tan: c('tan'),
  float_asin: c('asin'),
  float_acos: c('acos'),
  float_atan: c('atan'),
  float_sinh: c('sinh'),
  float_cosh: c('cosh'),
  float_tanh: c('tanh'),
  float_asinh: c('asinh'),
  float_acosh: c('acosh'),
  float_atanh: c('atanh'),
  float_exp: c('exp'),
  float_expm1: c('expm1'),
  float_log: c('log'),
  float_log1p: c('log1p'),
  float_log2: c('log2'),
  float_log10: c('log10'),
  float_cbrt: c('mm.cbrt'),
  float_cast: cast,
  float_to_bits: simple((builder, a, _b, op, { writer }) =>
    builder.CreateBitCast(a, writer.types.of(resultType(op))),
  ),
  bits_to_float: simple((builder, a, _b, op, { writer }) =>
    builder.CreateBitCast(a, writer.types.of(resultType(op))),
  ),
  float_eq: binary((builder, a, b) => builder.CreateFCmpOEQ(a, b)),
  float_ne: binary((builder, a, b) => builder.CreateFCmpUNE(a, b)),
  float_lt: ordered((builder, a, b) => builder.CreateFCmpOLT(a, b)),
  float_le: binary((builder, a, b) => builder.CreateFCmpOLE(a, b)),
  float_gt: ordered((builder, a, b) => builder.CreateFCmpOGT(a, b)),
  float_ge: binary((builder, a, b) => builder.CreateFCmpOGE(a, b)),
  bool_not: simple((builder, a) => builder.CreateNot(a)),
  bool_eq: binary((builder, a, b) => builder.CreateICmpEQ(a, b)),
  bool_to_int: simple((_builder, a, _b, op, context) =>
    castInt(context, a, false, asInt(resultType(op)).bits),
  ),
  select,
  random: (_op, { writer, env }) => [writer.call('mm.random', [env])],
};
