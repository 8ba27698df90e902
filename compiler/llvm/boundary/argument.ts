// One JavaScript argument → the low values of a parameter. Emits the fastest test that is exact; what fails it goes to `bad`.
import llvm from 'llvm-bindings';
import { argumentRange } from '../../builtins/argument-messages.ts';
import { InternalError } from '../../graph/internal-error.ts';
import { NULLABLE_TAG, representation } from '../../graph/representation.ts';
import { typeName } from '../../program/type-name.ts';
import { isReference, type IntType, type NullableType, type RtsType } from '../../program/types.ts';
import type { ModuleWriter } from '../writer.ts';
import { TYPED_ARRAY_KIND } from './typed-array-kinds.ts';

export interface ArgumentContext {
  readonly writer: ModuleWriter;
  readonly function: llvm.Function;
  readonly env: llvm.Value;
  readonly napi: llvm.Value;
  /** Entered, from the builder's block, when the argument is wrong. */
  rejectUnless(ok: llvm.Value): void;
  /** Calls what may raise; the call ends then. */
  callRaising(name: string, args: readonly llvm.Value[]): llvm.Value;
}

/** Converts the napi_value. After it the builder is where the argument is right. */
export function emitArgument(
  type: RtsType,
  value: llvm.Value,
  context: ArgumentContext,
): readonly llvm.Value[] {
  if (type.kind === 'nullable') return nullable(type, value, context);
  return convert(type, value, context);
}

function convert(
  type: RtsType,
  value: llvm.Value,
  context: ArgumentContext,
): readonly llvm.Value[] {
  const { writer, napi, env } = context;
  const checked = (name: string, ...more: llvm.Value[]): readonly llvm.Value[] =>
    unpack(
      writer.call(`mm.argument.${name}`, [napi, value, ...more]),
      representation(type).length,
      context,
    );
  switch (type.kind) {
    case 'int':
      return type.bigint ? checked(type.name) : smallInteger(type, value, context);
    case 'float': {
      const double = checked('f64')[0];
      if (!double || type.name === 'f64') return double ? [double] : [];
      return [writer.builder.CreateFPTrunc(double, writer.types.float)];
    }
    case 'boolean':
    case 'arraybuffer':
    case 'dataview':
      return checked(type.kind);
    case 'typedarray':
      return checked('typedarray', writer.constants.int(32, TYPED_ARRAY_KIND[type.element]));
    case 'string':
      return unpack(context.callRaising('mm.argument.string', [env, napi, value]), 1, context);
    default:
      throw new InternalError(`a parameter of type ${typeName(type)} is exported`);
  }
}

/** The parts of a structure whose last one says whether they hold. */
function unpack(
  result: llvm.Value,
  parts: number,
  context: ArgumentContext,
): readonly llvm.Value[] {
  const { builder } = context.writer;
  context.rejectUnless(builder.CreateExtractValue(result, [parts]));
  return Array.from({ length: parts }, (_, index) => builder.CreateExtractValue(result, [index]));
}

/** An integer that JavaScript holds in a number: integral, then in range. */
function smallInteger(
  type: IntType,
  value: llvm.Value,
  context: ArgumentContext,
): readonly llvm.Value[] {
  const { writer, napi } = context;
  const { builder, constants, types } = writer;
  const [low, high] = argumentRange(type);
  // What every i32 holds needs 32 bits; the machine converts those with one comparison.
  const bits = high < 2n ** 31n ? 32 : 64;
  const got = writer.call(`mm.argument.integer${bits}`, [napi, value]);
  const wide = builder.CreateExtractValue(got, [0]);
  const integral = builder.CreateExtractValue(got, [1]);
  if (type.bits === 32 && bits === 32) {
    context.rejectUnless(integral);
    return [wide];
  }
  // low <= x <= high as one unsigned comparison of distances.
  const distance = builder.CreateSub(wide, constants.int(bits, low));
  const inRange = builder.CreateICmpULE(distance, constants.int(bits, high - low));
  context.rejectUnless(builder.CreateAnd(integral, inRange));
  return [type.bits === bits ? wide : builder.CreateTrunc(wide, types.of(type))];
}

/** napi_valuetype. */
const [UNDEFINED, NULL] = [0, 1];

function nullable(
  type: NullableType,
  value: llvm.Value,
  context: ArgumentContext,
): readonly llvm.Value[] {
  const { writer, napi } = context;
  const { builder, constants, types } = writer;
  const present = writer.block('present', context.function);
  const done = writer.block('', context.function);
  const kind = writer.call('mm.typeof', [napi, value]);
  const absent = [...(type.allowsUndefined ? [UNDEFINED] : []), ...(type.allowsNull ? [NULL] : [])];
  const missing = missingParts(type, kind, writer);
  const from = writer.currentBlock;
  const choice = builder.CreateSwitch(kind, present, absent.length);
  for (const code of absent) choice.addCase(constants.int(32, code), done);
  builder.SetInsertPoint(present);
  const values = convert(type.base, value, context);
  const there = isReference(type) ? values : [...values, constants.int(8, NULLABLE_TAG.present)];
  const after = writer.currentBlock;
  builder.CreateBr(done);
  builder.SetInsertPoint(done);
  return representation(type).map((part, index) => {
    const [whenThere, whenMissing] = [there[index], missing[index]];
    if (!whenThere || !whenMissing)
      throw new InternalError(`a ${typeName(type)} has no part ${index}`);
    const phi = builder.CreatePHI(types.of(part), 1 + absent.length);
    phi.addIncoming(whenThere, after);
    // One entry for each way that the switch has from its block.
    for (const _ of absent) phi.addIncoming(whenMissing, from);
    return phi;
  });
}

/** The low values of undefined and null, by the host's number of the type. */
function missingParts(
  type: NullableType,
  kind: llvm.Value,
  { builder, constants, types }: ModuleWriter,
): readonly llvm.Value[] {
  if (isReference(type)) {
    const isUndefined = builder.CreateICmpEQ(kind, constants.int(32, UNDEFINED));
    return [builder.CreateSelect(isUndefined, constants.undefined, constants.null)];
  }
  // NULLABLE_TAG: undefined is 1 and null is 2, one more than their numbers here.
  const tag = builder.CreateTrunc(builder.CreateAdd(kind, constants.int(32, 1)), types.i8);
  const zeros = representation(type.base).map((part) => llvm.Constant.getNullValue(types.of(part)));
  return [...zeros, tag];
}
