// An export with a fast lane → the function that V8's optimized code calls as C calls C, and the one that its other code calls. Not more is
// done in them than the call: the JavaScript in front has checked the arguments (`compiler/builtins/fast-lane/`).
import llvm from 'llvm-bindings';
import type { FastExport } from '../../builtins/fast-lane/fast-exports.ts';
import type { FastValue } from '../../builtins/fast-lane/fast-values.ts';
import { InternalError } from '../../graph/internal-error.ts';
import { typeName } from '../../program/type-name.ts';
import type { RtsType, TypedArrayType } from '../../program/types.ts';
import type { ModuleWriter } from '../writer.ts';
import { emitExportedCall } from './exported-call.ts';
import { TYPED_ARRAY_KIND } from './typed-array-kinds.ts';
import type { CallFrame } from './wrapper.ts';

/** How a call ended, beside with a result. */
const [RAISED, REFUSED] = [1, 2];

function typeOf({ passed }: FastValue, { types }: ModuleWriter): llvm.Type {
  if (passed === 'f64') return types.double;
  if (passed === 'void') return types.void;
  if (passed === 'value') return types.address;
  return types.int(passed === 'i64' || passed === 'u64' ? 64 : 32);
}

/** (receiver, environment, arguments …) → the result, as C. */
export function emitEntry(
  { item, parameters, result, hasViews }: FastExport,
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
  const env = writer.call('mm.fast.environment', [made.getArg(1)]);
  const leave = (value: llvm.Value | null): void => {
    if (result.passed === 'void') builder.CreateRetVoid();
    else builder.CreateRet(value ?? llvm.Constant.getNullValue(resultType));
  };
  const leaveWithout = (how: number): void => {
    writer.call('mm.fast.ended', [env, constants.int(32, how)]);
    leave(null);
  };
  const refused = hasViews ? writer.block('refused', made) : null;
  const args = item.parameters.flatMap(({ type }, index) => {
    const passed = made.getArg(2 + index);
    return type.kind === 'typedarray' && refused
      ? viewed(type, passed, { made, refused, writer })
      : [taken(type, passed, writer)];
  });
  const entered = enter(env);
  const { value, raised } = emitExportedCall(item.graph, [env, ...args], made, writer);
  const done = writer.currentBlock;
  builder.SetInsertPoint(raised);
  exit(env, entered);
  leaveWithout(RAISED);
  if (refused) {
    builder.SetInsertPoint(refused);
    leaveWithout(REFUSED);
  }
  builder.SetInsertPoint(done);
  exit(env, entered);
  leave(result.passed === 'void' ? null : given(item.result, value, writer));
  return made;
}

/** Address, length and no buffer. The builder is where the argument is right then. */
function viewed(
  type: TypedArrayType,
  local: llvm.Value,
  to: {
    readonly made: llvm.Function;
    readonly refused: llvm.BasicBlock;
    readonly writer: ModuleWriter;
  },
): readonly llvm.Value[] {
  const { builder, constants } = to.writer;
  const kind = constants.int(32, TYPED_ARRAY_KIND[type.element]);
  const view = to.writer.call('mm.fast.view', [local, kind]);
  const next = to.writer.block('', to.made);
  builder.CreateCondBr(builder.CreateExtractValue(view, [2]), next, to.refused);
  builder.SetInsertPoint(next);
  return [
    builder.CreateExtractValue(view, [0]),
    builder.CreateExtractValue(view, [1]),
    constants.null,
  ];
}

/** (v8::FunctionCallbackInfo): what V8 calls from code that is not optimized. It calls the other function, and raises as that does. */
export function emitCold(
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
