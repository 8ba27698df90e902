// Integer ops → LLVM. Signedness comes from the operands' type.
import llvm from 'llvm-bindings';
import { RAISED } from '../../builtins/errors.ts';
import type { Op } from '../../graph/graph.ts';
import { simple, type Emitter, type EmittersOf, type OpContext } from './emitter.ts';
import { asFloat, asInt, floatOperand, intOperand, operand, resultType } from './operands.ts';

type Binary = (builder: llvm.IRBuilder, a: llvm.Value, b: llvm.Value) => llvm.Value;

const binary = (emit: Binary): Emitter => simple((builder, a, b) => emit(builder, a, b));
const bySign = (signed: Binary, unsigned: Binary): Emitter =>
  simple((builder, a, b, op) => (intOperand(op).signed ? signed : unsigned)(builder, a, b));

/** Shift counts are taken modulo the width; LLVM's are undefined from the width on. */
const shift = (signed: Binary, unsigned: Binary): Emitter =>
  simple((builder, a, b, op, { writer }) => {
    const type = intOperand(op);
    const count = builder.CreateAnd(b, writer.constants.int(type.bits, type.bits - 1));
    return (type.signed ? signed : unsigned)(builder, a, count);
  });

const shl: Binary = (builder, a, b) => builder.CreateShl(a, b);
const lshr: Binary = (builder, a, b) => builder.CreateLShr(a, b);
const ashr: Binary = (builder, a, b) => builder.CreateAShr(a, b);

/** A divisor that is known and is not -1 cannot overflow. */
function mayOverflow(op: Op): boolean {
  const divisor = operand(op, 1);
  return divisor.kind !== 'constant' || BigInt(divisor.value as number | bigint) === -1n;
}

/** MIN / -1 is undefined in LLVM and traps on x86: the divisor -1 is replaced by 1 and the result negated. */
const divide: Emitter = simple((builder, a, b, op, { writer }) => {
  const type = intOperand(op);
  if (!type.signed) return builder.CreateUDiv(a, b);
  if (!mayOverflow(op)) return builder.CreateSDiv(a, b);
  const isMinusOne = builder.CreateICmpEQ(b, writer.constants.int(type.bits, -1));
  const divisor = builder.CreateSelect(isMinusOne, writer.constants.int(type.bits, 1), b);
  const quotient = builder.CreateSDiv(a, divisor);
  return builder.CreateSelect(isMinusOne, builder.CreateNeg(a), quotient);
});

const remainder: Emitter = simple((builder, a, b, op, { writer }) => {
  const type = intOperand(op);
  if (!type.signed) return builder.CreateURem(a, b);
  if (!mayOverflow(op)) return builder.CreateSRem(a, b);
  const isMinusOne = builder.CreateICmpEQ(b, writer.constants.int(type.bits, -1));
  const divisor = builder.CreateSelect(isMinusOne, writer.constants.int(type.bits, 1), b);
  return builder.CreateSRem(a, divisor);
});

/** Extends by the sign of `type`, or truncates. */
export function castInt(
  context: OpContext,
  value: llvm.Value,
  signed: boolean,
  bits: number,
): llvm.Value {
  const { builder, types } = context.writer;
  return builder.CreateIntCast(value, types.int(bits), signed);
}

/** Powers of every width are computed in 64 bits: the low bits are the same. */
const power: Emitter = (op, context) => {
  const { writer } = context;
  const type = intOperand(op);
  const [base, exponent] = [context.value(operand(op, 0)), context.value(operand(op, 1))];
  if (type.signed) {
    const ok = writer.builder.CreateICmpSGE(exponent, writer.constants.int(type.bits, 0));
    const zero = writer.constants.float('f64', 0);
    const site = context.site(RAISED.negativeExponent, op);
    context.callRaising(writer.function('mm.check'), [context.env, site, ok, zero, zero]);
  }
  const wide = writer.call('mm.int_pow', [
    castInt(context, base, type.signed, 64),
    castInt(context, exponent, type.signed, 64),
  ]);
  return [castInt(context, wide, false, type.bits)];
};

/** A function of LLVM itself, overloaded on the operand's type. */
export function intrinsic(
  context: OpContext,
  id: number,
  type: llvm.Type,
  args: readonly llvm.Value[],
): llvm.Value {
  const { module, builder } = context.writer;
  return builder.CreateCall(llvm.Intrinsic.getDeclaration(module, id, [type]), [...args]);
}

const clz: Emitter = simple((_builder, a, _b, op, context) => {
  const { types, constants } = context.writer;
  return intrinsic(context, llvm.Intrinsic.ctlz, types.of(intOperand(op)), [
    a,
    constants.i1(false),
  ]);
});

/** The machine's multiplication gives both halves; LLVM knows it by this form. */
const mulHigh: Emitter = simple((builder, a, b, op, { writer }) => {
  const type = intOperand(op);
  const wide = writer.types.twice(type.bits);
  const product = builder.CreateMul(builder.CreateZExt(a, wide), builder.CreateZExt(b, wide));
  const high = builder.CreateLShr(product, llvm.ConstantInt.get(wide, type.bits));
  return builder.CreateTrunc(high, writer.types.of(type));
});

/** The carry or overflow flag; LLVM knows that the sum itself is the same one. */
const overflows = (signed: number, unsigned: number): Emitter =>
  simple((builder, a, b, op, context) => {
    const type = intOperand(op);
    const id = type.signed ? signed : unsigned;
    const both = intrinsic(context, id, context.writer.types.of(type), [a, b]);
    return builder.CreateExtractValue(both, [1]);
  });

const bswap: Emitter = simple((_builder, a, _b, op, context) => {
  const type = intOperand(op);
  return type.bits === 8
    ? a
    : intrinsic(context, llvm.Intrinsic.bswap, context.writer.types.of(type), [a]);
});

const cast: Emitter = simple((_builder, a, _b, op, context) =>
  castInt(context, a, intOperand(op).signed, asInt(resultType(op)).bits),
);

const toFloat: Emitter = simple((builder, a, _b, op, { writer }) => {
  const type = writer.types.of(asFloat(resultType(op)));
  return intOperand(op).signed ? builder.CreateSIToFP(a, type) : builder.CreateUIToFP(a, type);
});

export function toDouble(context: OpContext, value: llvm.Value, op: Op): llvm.Value {
  const { builder, types } = context.writer;
  return floatOperand(op).name === 'f32' ? builder.CreateFPExt(value, types.double) : value;
}

const fromFloat: Emitter = simple((_builder, a, _b, op, context) => {
  const wide = context.writer.call('mm.float_to_int', [toDouble(context, a, op)]);
  return castInt(context, wide, false, asInt(resultType(op)).bits);
});

/** Through the narrowest signed conversion that holds the type: x86 has those of 32 and 64 bits only, vectors of 32. */
const fromFloatExact: Emitter = simple((builder, a, _b, op, context) => {
  const type = asInt(resultType(op));
  const { types } = context.writer;
  if (type.bits === 64) {
    return type.signed ? builder.CreateFPToSI(a, types.i64) : builder.CreateFPToUI(a, types.i64);
  }
  const holder = type.bits === 32 && !type.signed ? types.i64 : types.i32;
  return castInt(context, builder.CreateFPToSI(a, holder), true, type.bits);
});

export const INTEGER: EmittersOf<
  | 'int_add'
  | 'int_sub'
  | 'int_mul'
  | 'int_add_overflows'
  | 'int_sub_overflows'
  | 'int_mul_overflows'
  | 'int_mul_high'
  | 'int_div_nonzero'
  | 'int_rem_nonzero'
  | 'int_pow'
  | 'int_and'
  | 'int_or'
  | 'int_xor'
  | 'int_shl'
  | 'int_shr'
  | 'int_ushr'
  | 'int_neg'
  | 'int_invert'
  | 'int_clz'
  | 'int_bswap'
  | 'int_eq'
  | 'int_ne'
  | 'int_lt'
  | 'int_le'
  | 'int_gt'
  | 'int_ge'
  | 'int_cast'
  | 'int_to_float'
  | 'float_to_int'
  | 'float_to_int_exact'
> = {
  int_add: binary((builder, a, b) => builder.CreateAdd(a, b)),
  int_sub: binary((builder, a, b) => builder.CreateSub(a, b)),
  int_mul: binary((builder, a, b) => builder.CreateMul(a, b)),
  int_add_overflows: overflows(
    llvm.Intrinsic.sadd_with_overflow,
    llvm.Intrinsic.uadd_with_overflow,
  ),
  int_sub_overflows: overflows(
    llvm.Intrinsic.ssub_with_overflow,
    llvm.Intrinsic.usub_with_overflow,
  ),
  int_mul_overflows: overflows(
    llvm.Intrinsic.smul_with_overflow,
    llvm.Intrinsic.umul_with_overflow,
  ),
  int_mul_high: mulHigh,
  int_div_nonzero: divide,
  int_rem_nonzero: remainder,
  int_pow: power,
  int_and: binary((builder, a, b) => builder.CreateAnd(a, b)),
  int_or: binary((builder, a, b) => builder.CreateOr(a, b)),
  int_xor: binary((builder, a, b) => builder.CreateXor(a, b)),
  int_shl: shift(shl, shl),
  int_shr: shift(ashr, lshr),
  int_ushr: shift(lshr, lshr),
  int_neg: simple((builder, a) => builder.CreateNeg(a)),
  int_invert: simple((builder, a) => builder.CreateNot(a)),
  int_clz: clz,
  int_bswap: bswap,
  int_eq: binary((builder, a, b) => builder.CreateICmpEQ(a, b)),
  int_ne: binary((builder, a, b) => builder.CreateICmpNE(a, b)),
  int_lt: bySign(
    (builder, a, b) => builder.CreateICmpSLT(a, b),
    (builder, a, b) => builder.CreateICmpULT(a, b),
  ),
  int_le: bySign(
    (builder, a, b) => builder.CreateICmpSLE(a, b),
    (builder, a, b) => builder.CreateICmpULE(a, b),
  ),
  int_gt: bySign(
    (builder, a, b) => builder.CreateICmpSGT(a, b),
    (builder, a, b) => builder.CreateICmpUGT(a, b),
  ),
  int_ge: bySign(
    (builder, a, b) => builder.CreateICmpSGE(a, b),
    (builder, a, b) => builder.CreateICmpUGE(a, b),
  ),
  int_cast: cast,
  int_to_float: toFloat,
  float_to_int: fromFloat,
  float_to_int_exact: fromFloatExact,
};
