// Checks → a branch to a cold call that raises.
import type llvm from 'llvm-bindings';
import { RAISED } from '../../builtins/errors.ts';
import { InternalError } from '../../graph/internal-error.ts';
import type { Value } from '../../graph/graph.ts';
import type { Emitter, EmittersOf, OpContext } from './emitter.ts';
import { castInt } from './integer.ts';
import { intOperand, operand } from './operands.ts';

/** A number for a message, as a double. */
export function messageNumber(context: OpContext, value: Value): llvm.Value {
  const { builder, types } = context.writer;
  const { type } = value;
  const raw = context.value(value);
  if (type.kind === 'int') {
    return type.signed
      ? builder.CreateSIToFP(raw, types.double)
      : builder.CreateUIToFP(raw, types.double);
  }
  return type.kind === 'float' && type.name === 'f32'
    ? builder.CreateFPExt(raw, types.double)
    : raw;
}

const checkIndex: Emitter = (op, context) => {
  const [index, length] = [context.value(operand(op, 0)), context.value(operand(op, 1))];
  const site = context.site(RAISED.indexOutOfRange, op);
  context.callRaising(context.writer.function('mm.check_index'), [
    context.env,
    site,
    index,
    length,
  ]);
  return [];
};

const checkNonzero: Emitter = (op, context) => {
  const { builder, constants } = context.writer;
  const zero = constants.int(intOperand(op).bits, 0);
  const ok = builder.CreateICmpNE(context.value(operand(op, 0)), zero);
  raiseUnless(context, ok, context.site(RAISED.divisionByZero, op), []);
  return [];
};

const checkStack: Emitter = (op, context) => {
  const ok = context.writer.call('mm.has_stack', [context.env]);
  raiseUnless(context, ok, context.site(RAISED.stackExhausted, op), []);
  return [];
};

const check: Emitter = (op, context) => {
  const { error } = op.attributes;
  if (!error) throw new InternalError('check without its attribute');
  raiseUnless(
    context,
    context.value(operand(op, 0)),
    context.site(RAISED[error], op),
    op.args.slice(1),
  );
  return [];
};

/** Integers are converted where the error is made, not on the way past it. */
function raiseUnless(
  context: OpContext,
  ok: llvm.Value,
  site: llvm.Value,
  numbers: readonly Value[],
): void {
  const { writer, env } = context;
  if (numbers.length > 0 && numbers.every(({ type }) => type.kind === 'int' && type.signed)) {
    const [a, b] = numbers.map((value) => castInt(context, context.value(value), true, 64));
    const zero = writer.constants.int(64, 0);
    context.callRaising(writer.function('mm.check_ints'), [env, site, ok, a ?? zero, b ?? zero]);
  } else {
    const [a, b] = numbers.map((value) => messageNumber(context, value));
    const zero = writer.constants.float('f64', 0);
    context.callRaising(writer.function('mm.check'), [env, site, ok, a ?? zero, b ?? zero]);
  }
}

const floatToIndex: Emitter = (op, context) => {
  const site = context.site(RAISED.notAnIndex, op);
  const callee = context.writer.function('mm.float_to_index');
  return [context.callRaising(callee, [context.env, site, context.value(operand(op, 0))])];
};

export const CHECKS: EmittersOf<
  'check' | 'check_index' | 'check_nonzero' | 'check_stack' | 'float_to_index'
> = {
  check,
  check_index: checkIndex,
  check_nonzero: checkNonzero,
  check_stack: checkStack,
  float_to_index: floatToIndex,
};
