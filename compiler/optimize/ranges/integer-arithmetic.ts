// An f64 op on safe integers → integer ops with the same result, of a given machine type.
import type { Op, Value } from '../../graph/graph.ts';
import type { OpName } from '../../graph/ops.ts';
import { BOOLEAN, type IntType } from '../../program/types.ts';
import { cast, covering, dividing, integerConstant, type Emit } from './emit.ts';
import type { IntegerForm } from './forms.ts';
import { integers, mayBeNegative, type Fact } from './interval.ts';

type EmitForm = (emit: Emit, operands: readonly Value[], type: IntType, op: Op) => Value;

const operand = (operands: readonly Value[], index: number): Value => operands[index] as Value;

/** Wraps, so that the operands may be wrapped before. */
const modular =
  (name: OpName): EmitForm =>
  (emit, operands, type) =>
    emit.op(
      name,
      operands.map((value) => emit.integer(value, type)),
      type,
    );

const identity: EmitForm = (emit, operands, type) => emit.integer(operand(operands, 0), type);

const negated = (fact: Fact): Fact => integers(-fact.hi, -fact.lo);

const absolute: EmitForm = (emit, operands, type) => {
  const value = operand(operands, 0);
  const fact = emit.fact(value);
  if (!mayBeNegative(fact)) return emit.integer(value, type);
  const wide = covering([fact, negated(fact)], [type, emit.held(value)]);
  const x = emit.integer(value, wide);
  const isNegative = emit.op('int_lt', [x, integerConstant(wide, 0)], BOOLEAN);
  const negative = emit.op('int_neg', [x], wide);
  return cast(emit, emit.op('select', [isNegative, negative, x], wide), type);
};

const smallest =
  (comparison: OpName): EmitForm =>
  (emit, operands, type) => {
    const wide = covering(operands.map(emit.fact), [type, ...operands.map(emit.held)]);
    const [a, b] = operands.map((value) => emit.integer(value, wide)) as [Value, Value];
    const isFirst = emit.op(comparison, [a, b], BOOLEAN);
    return cast(emit, emit.op('select', [isFirst, a, b], wide), type);
  };

const remainder: EmitForm = (emit, operands, type) => {
  const wide = dividing(operands.map(emit.fact));
  const args = operands.map((value) => emit.integer(value, wide));
  return cast(emit, emit.op('int_rem_nonzero', args, wide), type);
};

const selected: EmitForm = (emit, operands, type, op) => {
  const [condition] = op.args;
  const values = operands.map((value) => emit.integer(value, type));
  return emit.op('select', [emit.plain(condition as Value), ...values], type);
};

const FORMS: { readonly [K in OpName]?: EmitForm } = {
  int_to_float: (emit, _operands, type, op) => cast(emit, emit.plain(op.args[0] as Value), type),
  float_add: modular('int_add'),
  float_sub: modular('int_sub'),
  float_mul: modular('int_mul'),
  float_neg: modular('int_neg'),
  float_abs: absolute,
  float_min: smallest('int_lt'),
  float_max: smallest('int_gt'),
  float_rem: remainder,
  float_floor: identity,
  float_ceil: identity,
  float_trunc: identity,
  float_round: identity,
  select: selected,
};

export function emitForm(emit: Emit, op: Op, form: IntegerForm, type: IntType): Value {
  if (form.division) return emitQuotient(emit, op.name, form.operands, type);
  const emitter = FORMS[op.name];
  if (!emitter) throw new Error(`${op.name} has no form on integers`);
  return emitter(emit, form.operands, type, op);
}

/** The truncated quotient, put right by one where floor or ceil differ from it. */
export function emitQuotient(
  emit: Emit,
  name: OpName,
  operands: readonly Value[],
  type: IntType,
): Value {
  const [dividend, divisor] = operands as [Value, Value];
  const facts = [emit.fact(dividend), emit.fact(divisor)] as const;
  // A quotient by -1 is the negated dividend.
  const wide = dividing(facts[1].lo < 0 ? [...facts, negated(facts[0])] : facts);
  const a = emit.integer(dividend, wide);
  const b = emit.integer(divisor, wide);
  const quotient = emit.op('int_div_nonzero', [a, b], wide);
  const sameSign = facts[0].lo >= 0 && facts[1].lo > 0;
  const isExact = name === 'float_trunc' || name === 'float_to_int';
  if (isExact || (name === 'float_floor' && sameSign)) return cast(emit, quotient, type);
  const rest = emit.op('int_rem_nonzero', [a, b], wide);
  // Of a positive divisor: a rest below 0 means that truncation went up, one above 0 that it went down.
  const isPositive = facts[1].lo > 0;
  const comparison = (name === 'float_floor') === isPositive ? 'int_lt' : 'int_gt';
  const isOff = emit.op(comparison, [rest, integerConstant(wide, 0)], BOOLEAN);
  const one = emit.op('bool_to_int', [isOff], wide);
  const correction = name === 'float_floor' ? 'int_sub' : 'int_add';
  return cast(emit, emit.op(correction, [quotient, one], wide), type);
}
