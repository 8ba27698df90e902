// Closures, and calls whose callee is found at run time.
import llvm from 'llvm-bindings';
import type { Op } from '../../graph/graph.ts';
import { InternalError } from '../../graph/internal-error.ts';
import { graphSymbol } from '../graph-symbol.ts';
import { CAPTURES_OFFSET } from '../heap/layout.ts';
import { results } from './calls.ts';
import type { Emitter, EmittersOf, OpContext } from './emitter.ts';
import { load, objectType, store } from './objects.ts';
import { operand, resultType } from './operands.ts';

const captureOffset = (index: number, { writer }: OpContext): llvm.Value =>
  writer.constants.int(64, CAPTURES_OFFSET + 8 * index);

const closureNew: Emitter = (op, context) => {
  const { writer } = context;
  const { constants, types } = writer;
  const { callee } = op.attributes;
  if (callee === undefined) throw new InternalError(`${op.name} without its attribute`);
  const code = llvm.ConstantExpr.getBitCast(writer.function(graphSymbol(callee)), types.address);
  // Without captures, all closures of the graph are one: a constant.
  if (op.args.length === 0) return [writer.heap.staticClosure(callee, code)];
  const id = writer.heap.closureId(
    callee,
    op.args.map(({ type }) => type),
  );
  const size = constants.int(64, CAPTURES_OFFSET + 8 * op.args.length);
  const args = [context.env, size, id, code];
  const closure = context.callRaising(writer.function('mm.closure.new'), args);
  op.args.forEach((arg, index) => {
    const place = [closure, captureOffset(index, context)];
    store('capture', arg.type, place, context.value(arg), context);
  });
  return [closure];
};

const closureLoad: Emitter = (op, context) => {
  const closure = context.value(operand(op, 0));
  const place = [closure, captureOffset(op.attributes.index ?? 0, context)];
  return [load('capture', resultType(op), place, context)];
};

/** Calls the code at an address: the environment first, then the operands. */
function callCode(op: Op, code: llvm.Value, context: OpContext): readonly llvm.Value[] {
  const caller = context.writer.indirectCall(
    op.args.map(({ type }) => type),
    op.results.map(({ type }) => type),
  );
  const args = op.args.map((arg) => context.value(arg));
  return results(op, context.callRaising(caller, [code, context.env, ...args]), context);
}

const closureCall: Emitter = (op, context) => {
  const closure = context.value(operand(op, 0));
  return callCode(op, context.writer.call('mm.closure.code', [closure]), context);
};

const methodCall: Emitter = (op, context) => {
  const { writer } = context;
  const receiver = operand(op, 0);
  const offset = writer.heap.methodOffset(objectType(receiver.type), op.attributes.method ?? '');
  const code = writer.call('mm.method', [writer.heap.table(), context.value(receiver), offset]);
  return callCode(op, code, context);
};

export const CLOSURES: EmittersOf<'closure_new' | 'closure_load' | 'closure_call' | 'method_call'> =
  {
    closure_new: closureNew,
    closure_load: closureLoad,
    closure_call: closureCall,
    method_call: methodCall,
  };
