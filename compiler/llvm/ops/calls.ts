// Calls → LLVM: of graphs (hidden environment first), of C functions, of the runtime library.
import llvm from 'llvm-bindings';
import { RUNTIME_FUNCTIONS, type RuntimeName } from '../../builtins/runtime-functions.ts';
import { isPreludeFunction, symbolOf } from '../../builtins/c-symbols.ts';
import { RAISED } from '../../builtins/errors.ts';
import type { RtsType } from '../../program/types.ts';
import { thunkSymbol } from '../c-abi/callback.ts';
import { callerOf, needsCaller } from '../c-abi/caller.ts';
import { InternalError } from '../../graph/internal-error.ts';
import type { Op } from '../../graph/graph.ts';
import { graphSymbol } from '../graph-symbol.ts';
import type { Emitter, EmittersOf, OpContext } from './emitter.ts';

/** The values of a call's results: none, one, or the parts of a structure. */
export function results(op: Op, call: llvm.Value, { writer }: OpContext): readonly llvm.Value[] {
  if (op.results.length < 2) return op.results.map(() => call);
  return op.results.map((_, index) => writer.builder.CreateExtractValue(call, [index]));
}

/** It may be one of another module: then the call says what it takes and gives. */
function graphFunction(
  callee: string,
  { args, results }: Op,
  { writer }: OpContext,
): llvm.Function {
  const symbol = graphSymbol(callee);
  const { types, unit } = writer;
  if (!unit.part || unit.graphs.has(callee)) return writer.function(symbol);
  return writer.complete(symbol, types.results(results.map(({ type }) => type)), [
    types.address,
    ...args.map(({ type }) => types.of(type)),
  ]);
}

const directCall: Emitter = (op, context) => {
  const { callee } = op.attributes;
  if (callee === undefined) throw new InternalError('direct_call without its attribute');
  const args = op.args.map((arg) => context.value(arg));
  const call = context.callRaising(graphFunction(callee, op, context), [context.env, ...args]);
  return results(op, call, context);
};

const cCall: Emitter = (op, context) => {
  const { external } = op.attributes;
  if (!external) throw new InternalError('c_call without its attribute');
  const { builder, types } = context.writer;
  const args = op.args.map((arg) => context.value(arg));
  if (needsCaller(external)) {
    const called = context.writer.call(callerOf(external, context.writer.abi), [
      context.env,
      ...args,
    ]);
    return results(op, called, context);
  }
  const declared = context.writer.function(symbolOf(external));
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

const callbackNew: Emitter = (op, context) => {
  const { callee = '' } = op.attributes;
  const { writer } = context;
  const thunk = llvm.ConstantExpr.getBitCast(
    writer.function(thunkSymbol(callee)),
    writer.types.address,
  );
  const args = [context.env, ...op.args.map((arg) => context.value(arg)), thunk];
  return [context.callRaising(writer.function('mm.callback.new'), args)];
};

const callbackFree: Emitter = (op, context) => {
  const site = context.site(RAISED.notACallback, op);
  const args = [context.env, site, ...op.args.map((arg) => context.value(arg))];
  context.callRaising(context.writer.function('mm.callback.free'), args);
  return [];
};

/** Functions of the runtime core, for which addresses and references are integers. */
const runtimeCall: Emitter = (op, context) => {
  const name = op.attributes.runtime as RuntimeName | undefined;
  const row = name && RUNTIME_FUNCTIONS[name];
  if (!row) throw new InternalError(`no runtime function ${name}`);
  const { writer } = context;
  const { builder, types } = writer;
  const isAddress = (type: RtsType): boolean => types.of(type) === types.address;
  const held = (type: RtsType): llvm.Type => (isAddress(type) ? types.i64 : types.of(type));
  const asInteger = (value: llvm.Value): llvm.Value => builder.CreatePtrToInt(value, types.i64);
  const sites = (row.raises ?? []).map((error) => asInteger(context.site(RAISED[error], op)));
  const args = op.args.map((arg) => {
    const value = context.value(arg);
    return isAddress(arg.type) ? asInteger(value) : value;
  });
  const [result] = op.results;
  const callee = writer.coreFunction(name, result ? held(result.type) : types.void, [
    ...sites.map(() => types.i64),
    ...op.args.map(({ type }) => held(type)),
  ]);
  const all = [context.env, ...sites, ...args];
  const made = row.raises ? context.callRaising(callee, all) : builder.CreateCall(callee, all);
  if (!result) return [];
  return [isAddress(result.type) ? builder.CreateIntToPtr(made, types.address) : made];
};

/** (environment) → void: views in variables may have lost their memory while JavaScript ran. The registration has its body. */
export const REFRESH = 'mm.unit.refresh';

export const CALLS: EmittersOf<
  | 'direct_call'
  | 'c_call'
  | 'callback_new'
  | 'callback_free'
  | 'host_call'
  | 'host_hold'
  | 'host_collect'
  | 'runtime_call'
  | 'runtime_query'
> = {
  direct_call: directCall,
  host_call: (_op, { writer, env }) => {
    writer.call('mm.host_call', [env]);
    if (!writer.has(REFRESH)) {
      const { types } = writer;
      writer.define(REFRESH, types.void, [types.address]);
    }
    writer.call(REFRESH, [env]);
    return [];
  },
  host_hold: (op, context) => {
    const args = [context.env, ...op.args.map((arg) => context.value(arg))];
    context.callRaising(context.writer.function('mm.host_hold'), args);
    return [];
  },
  host_collect: (op, context) => {
    const args = [context.env, ...op.args.map((arg) => context.value(arg))];
    context.writer.call('mm.gc_collect', args);
    return [];
  },
  c_call: cCall,
  callback_new: callbackNew,
  callback_free: callbackFree,
  runtime_call: runtimeCall,
  runtime_query: runtimeCall,
};
