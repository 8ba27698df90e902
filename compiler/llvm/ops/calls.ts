// Calls → LLVM: of graphs (hidden environment first), of C functions, of the runtime library.
import llvm from 'llvm-bindings';
import type { RuntimeName } from '../../builtins/builtins.ts';
import { isPreludeFunction, symbolOf } from '../../builtins/c-symbols.ts';
import { RAISED } from '../../builtins/errors.ts';
import { InternalError } from '../../graph/internal-error.ts';
import type { Op } from '../../graph/graph.ts';
import { graphSymbol } from '../graph-symbol.ts';
import type { Emitter, EmittersOf, OpContext } from './emitter.ts';

/** The values of a call's results: none, one, or the parts of a structure. */
export function results(op: Op, call: llvm.Value, { writer }: OpContext): readonly llvm.Value[] {
  if (op.results.length < 2) return op.results.map(() => call);
  return op.results.map((_, index) => writer.builder.CreateExtractValue(call, [index]));
}

const directCall: Emitter = (op, context) => {
  const { callee } = op.attributes;
  if (callee === undefined) throw new InternalError('direct_call without its attribute');
  const args = op.args.map((arg) => context.value(arg));
  const call = context.callRaising(context.writer.function(graphSymbol(callee)), [
    context.env,
    ...args,
  ]);
  return results(op, call, context);
};

const cCall: Emitter = (op, context) => {
  const { external } = op.attributes;
  if (!external) throw new InternalError('c_call without its attribute');
  const { builder, types } = context.writer;
  const declared = context.writer.function(symbolOf(external));
  const args = op.args.map((arg) => context.value(arg));
  if (isPreludeFunction(external))
    return results(op, context.callRaising(declared, [context.env, ...args]), context);
  const type = llvm.FunctionType.get(
    types.results(op.results.map((result) => result.type)),
    op.args.map((arg) => types.of(arg.type)),
    false,
  );
  // The prelude or another declaration may know the symbol by another type.
  const same = llvm.Type.isSameType(declared.getType(), llvm.PointerType.getUnqual(type));
  const callee = same
    ? declared
    : llvm.ConstantExpr.getBitCast(declared, llvm.PointerType.getUnqual(type));
  return results(op, builder.CreateCall(type, callee, args), context);
};

/** The errors that a runtime function raises, in the order of its site operands. */
const RUNTIME: { readonly [N in RuntimeName]: readonly (keyof typeof RAISED)[] } = {
  str2charp: ['embeddedNul', 'outOfMemory'],
  charp2str: ['outOfMemory'],
  charpsize2str: ['outOfMemory'],
};

const runtimeCall: Emitter = (op, context) => {
  const name = op.attributes.runtime as RuntimeName | undefined;
  if (!name || !(name in RUNTIME)) throw new InternalError(`no runtime function ${name}`);
  const sites = RUNTIME[name].map((error) => context.site(RAISED[error], op));
  const args = op.args.map((arg) => context.value(arg));
  const call = context.callRaising(context.writer.function(`mm.${name}`), [
    context.env,
    ...sites,
    ...args,
  ]);
  return results(op, call, context);
};

export const CALLS: EmittersOf<'direct_call' | 'c_call' | 'runtime_call'> = {
  direct_call: directCall,
  c_call: cCall,
  runtime_call: runtimeCall,
};
