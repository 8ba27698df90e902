// The exports with a fast lane → functions that V8's optimized code calls as C calls C, and what V8 must know of them. Not more is done
// in them than the call: the JavaScript in front has checked the arguments (`compiler/builtins/fast-lane/`).
import llvm from 'llvm-bindings';
import { fastExports, type FastExport } from '../../builtins/fast-lane/fast-exports.ts';
import { fastScriptText } from '../../builtins/fast-lane/fast-script.ts';
import { V8_TYPE, type FastValue } from '../../builtins/fast-lane/fast-values.ts';
import type { Unit } from '../../graph/unit.ts';
import { typeName } from '../../program/type-name.ts';
import type { RtsType } from '../../program/types.ts';
import { InternalError } from '../../graph/internal-error.ts';
import { graphSymbol } from '../graph-symbol.ts';
import type { ModuleWriter } from '../writer.ts';
import { THROW_PENDING } from './throw-pending.ts';
import { defineCallback, type CallFrame } from './wrapper.ts';

export interface FastLane {
  /** Emits, where a module is loaded, what makes of the exports those with a fast lane. */
  readonly wrap: (env: llvm.Value, exports: llvm.Value) => llvm.Value;
}

/** null where no export can have one. */
export function emitFastLane(unit: Unit, writer: ModuleWriter, frame: CallFrame): FastLane | null {
  const exports = fastExports(unit);
  if (exports.length === 0) return null;
  const { constants } = writer;
  const functions = exports.flatMap((item) => {
    const code = emitEntry(item, writer, item.mayCollect ? frame : NO_FRAME);
    const other = llvm.ConstantExpr.getBitCast(emitCold(item, code, writer), writer.types.address);
    return [...LAYOUTS.map((layout) => describe(item, code, layout, writer)), other];
  });
  const raise = emitRaise(writer);
  return {
    wrap: (env, native) => {
      const script = constants.text(fastScriptText(exports));
      return writer.call('mm.fast', [env, native, script, constants.structure(functions), raise]);
    },
  };
}

const NO_FRAME: Pick<CallFrame, 'enter' | 'exit'> = { enter: () => null, exit: () => {} };

/** The bytes of a `v8::CTypeInfo`, and where in the word of the result's one the representation of 64 bits is. Since V8 14 the second one. */
const LAYOUTS = [
  { typeBytes: 3, bigInts: 24 },
  { typeBytes: 2, bigInts: 16 },
] as const;

/** The address of a `v8::CFunction`. */
function describe(
  { parameters, result, hasBigInts }: FastExport,
  code: llvm.Function,
  { typeBytes, bigInts }: (typeof LAYOUTS)[number],
  { constants, types }: ModuleWriter,
): llvm.Constant {
  // The receiver, and the environment.
  const passed = [V8_TYPE.value, V8_TYPE.f64, ...parameters.map((one) => V8_TYPE[one.passed])];
  const bytes = passed.flatMap((type) => [type, 0, 0].slice(0, typeBytes));
  const word = V8_TYPE[result.passed] + (hasBigInts ? 2 ** bigInts : 0);
  const info = constants.structure([
    constants.int(32, word),
    constants.int(32, passed.length),
    constants.bytes(bytes),
  ]);
  return constants.structure([llvm.ConstantExpr.getBitCast(code, types.address), info]);
}

function typeOf({ passed }: FastValue, { types }: ModuleWriter): llvm.Type {
  if (passed === 'f64') return types.double;
  if (passed === 'void') return types.void;
  if (passed === 'value') return types.address;
  return types.int(passed === 'i64' || passed === 'u64' ? 64 : 32);
}

/** (receiver, environment, arguments …) → the result, as C. */
function emitEntry(
  { item, parameters, result }: FastExport,
  writer: ModuleWriter,
  { enter, exit }: Pick<CallFrame, 'enter' | 'exit'>,
): llvm.Function {
  const { builder, types, constants } = writer;
  const resultType = typeOf(result, writer);
  const made = writer.define(`fast.${item.name}`, resultType, [
    types.address,
    types.double,
    ...parameters.map((one) => typeOf(one, writer)),
  ]);
  builder.SetInsertPoint(writer.block('entry', made));
  const [next, pad] = [writer.block('next', made), writer.block('raised', made)];
  made.setPersonalityFn(writer.function('__gcc_personality_v0'));
  const env = writer.call('mm.fast.environment', [made.getArg(1)]);
  const entered = enter(env);
  const args = item.parameters.map(({ type }, index) =>
    taken(type, made.getArg(2 + index), writer),
  );
  const callee = writer.function(graphSymbol(item.graph));
  const value = builder.CreateInvoke(callee, next, pad, [env, ...args]);
  builder.SetInsertPoint(pad);
  builder.CreateLandingPad(types.exception, 0).setCleanup(true);
  exit(env, entered);
  writer.call('mm.fast.ended', [env, constants.int(32, 1)]);
  const isVoid = result.passed === 'void';
  if (isVoid) builder.CreateRetVoid();
  else builder.CreateRet(llvm.Constant.getNullValue(resultType));
  builder.SetInsertPoint(next);
  exit(env, entered);
  if (isVoid) builder.CreateRetVoid();
  else builder.CreateRet(given(item.result, value, writer));
  return made;
}

/** (v8::FunctionCallbackInfo): what V8 calls from code that is not optimized. It calls the other function, and raises as that does. */
function emitCold(
  { item, parameters, result }: FastExport,
  code: llvm.Function,
  writer: ModuleWriter,
): llvm.Function {
  const { builder, types, constants } = writer;
  const made = writer.define(`cold.${item.name}`, types.void, [types.address]);
  builder.SetInsertPoint(writer.block('entry', made));
  const info = made.getArg(0);
  const values = writer.call('mm.fast.arguments', [info]);
  const env = writer.call('mm.fast.first', [values]);
  const napi = writer.call('mm.napi', [env]);
  const args = parameters.map((one, index) => {
    const value = writer.call('mm.fast.argument', [values, constants.int(32, index + 1)]);
    return read(one, napi, value, writer);
  });
  const got = builder.CreateCall(code, [
    constants.null,
    writer.call('mm.fast.number', [env]),
    ...args,
  ]);
  const maker = RESULT_MAKERS[result.passed];
  if (maker !== undefined) {
    writer.call('mm.fast.give', [info, writer.call(`mm.result.${maker}`, [napi, got])]);
  }
  builder.CreateRetVoid();
  return made;
}

const RESULT_MAKERS: { readonly [P in FastValue['passed']]?: string } = {
  f64: 'f64',
  i32: 'i32',
  u32: 'u32',
  i64: 'i64',
  u64: 'u64',
};

/** An argument, which has been checked, as V8's optimized code passes it. */
function read(
  { passed }: FastValue,
  napi: llvm.Value,
  value: llvm.Value,
  writer: ModuleWriter,
): llvm.Value {
  const { builder, types } = writer;
  const unpacked = (name: string): llvm.Value =>
    builder.CreateExtractValue(writer.call(`mm.argument.${name}`, [napi, value]), [0]);
  switch (passed) {
    case 'f64':
    case 'i64':
    case 'u64':
      return unpacked(passed);
    case 'value':
    case 'void':
      return value;
    case 'i32':
    case 'u32':
      return builder.CreateTrunc(writer.call('mm.fast.integer', [napi, value]), types.i32);
  }
}

/** What V8 has passed → the low value. */
function taken(
  type: RtsType,
  value: llvm.Value,
  { builder, types, constants }: ModuleWriter,
): llvm.Value {
  switch (type.kind) {
    case 'boolean':
      return builder.CreateICmpNE(value, constants.int(32, 0));
    case 'float':
      return type.name === 'f32' ? builder.CreateFPTrunc(value, types.float) : value;
    case 'int':
      if (type.bits === 64) return type.bigint ? value : builder.CreateFPToSI(value, types.i64);
      return type.bits === 32 ? value : builder.CreateTrunc(value, types.of(type));
    default:
      throw new InternalError(`a ${typeName(type)} does not go by the fast lane`);
  }
}

/** The low value → what V8 makes a JavaScript value of. */
function given(type: RtsType, value: llvm.Value, { builder, types }: ModuleWriter): llvm.Value {
  switch (type.kind) {
    case 'boolean':
      return builder.CreateZExt(value, types.i32);
    case 'float':
      return type.name === 'f32' ? builder.CreateFPExt(value, types.double) : value;
    case 'int':
      if (type.bits === 64) {
        if (type.bigint) return value;
        return type.signed
          ? builder.CreateSIToFP(value, types.double)
          : builder.CreateUIToFP(value, types.double);
      }
      if (type.bits === 32) return value;
      return type.signed
        ? builder.CreateSExt(value, types.i32)
        : builder.CreateZExt(value, types.i32);
    default:
      throw new InternalError(`a ${typeName(type)} does not come by the fast lane`);
  }
}

/** The function that throws the error which a call has left pending. */
function emitRaise(writer: ModuleWriter): llvm.Function {
  const { builder, types, constants } = writer;
  const made = defineCallback('fast.raise', writer);
  builder.SetInsertPoint(writer.block('entry', made));
  const none = llvm.ConstantPointerNull.get(types.addresses);
  const env = writer.call('mm.enter', [made.getArg(0), made.getArg(1), constants.int(64, 0), none]);
  writer.call(THROW_PENDING, [env]);
  builder.CreateRet(constants.null);
  return made;
}
