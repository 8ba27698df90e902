// The low values of a result → one JavaScript value.
import type llvm from 'llvm-bindings';
import { InternalError } from '../../graph/internal-error.ts';
import { NULLABLE_TAG, representation } from '../../graph/representation.ts';
import { typeName } from '../../program/type-name.ts';
import { isReference, type IntType, type NullableType, type RtsType } from '../../program/types.ts';
import type { ModuleWriter } from '../writer.ts';
import { TYPED_ARRAY_KIND } from './typed-array-kinds.ts';

export interface ResultContext {
  readonly writer: ModuleWriter;
  readonly function: llvm.Function;
  readonly env: llvm.Value;
  readonly napi: llvm.Value;
}

/** A napi_value; null stands for undefined, and for an exception that is pending. */
export function emitResult(
  type: RtsType,
  values: readonly llvm.Value[],
  context: ResultContext,
): llvm.Value {
  const { writer, napi } = context;
  const make = (name: string, ...args: llvm.Value[]): llvm.Value =>
    writer.call(`mm.result.${name}`, [napi, ...args]);
  const [first, second, third] = values;
  switch (type.kind) {
    case 'void':
    case 'never':
    case 'undefined':
      return writer.constants.null;
    case 'null':
      return make('null');
    case 'nullable':
      return nullable(type, values, context);
    default:
  }
  if (!first) throw new InternalError(`a result of type ${typeName(type)} has no value`);
  switch (type.kind) {
    case 'int':
      return integer(type, first, context);
    case 'float':
      return make(
        'f64',
        type.name === 'f32' ? writer.builder.CreateFPExt(first, writer.types.double) : first,
      );
    case 'boolean':
      return make('boolean', first);
    case 'string':
      return writer.call('mm.result.string', [context.env, napi, first]);
    default:
  }
  if (!second) throw new InternalError(`a result of type ${typeName(type)} is exported`);
  if (!third) throw new InternalError(`a ${typeName(type)} has no buffer`);
  switch (type.kind) {
    case 'typedarray':
      return make(
        'typedarray',
        writer.constants.int(32, TYPED_ARRAY_KIND[type.element]),
        first,
        second,
        third,
      );
    case 'arraybuffer':
      return third;
    case 'dataview':
      return make('dataview', first, second, third);
    default:
      throw new InternalError(`a result of type ${typeName(type)} is exported`);
  }
}

function integer(type: IntType, value: llvm.Value, { writer, napi }: ResultContext): llvm.Value {
  const { builder, types } = writer;
  if (type.bigint) return writer.call(`mm.result.${type.name}`, [napi, value]);
  // isize and usize: numbers beyond 2^53 are rounded, as JavaScript rounds them.
  if (type.bits === 64) {
    const double = type.signed
      ? builder.CreateSIToFP(value, types.double)
      : builder.CreateUIToFP(value, types.double);
    return writer.call('mm.result.f64', [napi, double]);
  }
  const wide = builder.CreateIntCast(value, types.i32, type.signed);
  return writer.call(type.name === 'u32' ? 'mm.result.u32' : 'mm.result.i32', [napi, wide]);
}

function nullable(
  type: NullableType,
  values: readonly llvm.Value[],
  context: ResultContext,
): llvm.Value {
  const { writer, napi } = context;
  const { builder, constants, types } = writer;
  const [present, absent, isNull, done] = ['present', 'absent', 'null', 'done'].map((name) =>
    writer.block(name, context.function),
  );
  if (!present || !absent || !isNull || !done) throw new InternalError('no blocks');
  const tests = isReference(type) ? testReference(values, writer) : testTag(type, values, writer);
  builder.CreateCondBr(tests.isPresent, present, absent);
  builder.SetInsertPoint(absent);
  builder.CreateCondBr(tests.isNull, isNull, done);
  builder.SetInsertPoint(present);
  const parts = representation(type.base).length;
  const value = emitResult(type.base, values.slice(0, parts), context);
  const after = writer.currentBlock;
  builder.CreateBr(done);
  builder.SetInsertPoint(isNull);
  const nothing = writer.call('mm.result.null', [napi]);
  builder.CreateBr(done);
  builder.SetInsertPoint(done);
  const result = builder.CreatePHI(types.address, 3);
  result.addIncoming(value, after);
  result.addIncoming(nothing, isNull);
  result.addIncoming(constants.null, absent);
  return result;
}

interface NullTests {
  readonly isPresent: llvm.Value;
  readonly isNull: llvm.Value;
}

function testTag(
  type: NullableType,
  values: readonly llvm.Value[],
  { builder, constants }: ModuleWriter,
): NullTests {
  const tag = values[representation(type.base).length];
  if (!tag) throw new InternalError(`a ${typeName(type)} has no tag`);
  const is = (value: number): llvm.Value => builder.CreateICmpEQ(tag, constants.int(8, value));
  return { isPresent: is(NULLABLE_TAG.present), isNull: is(NULLABLE_TAG.null) };
}

function testReference(
  [reference]: readonly llvm.Value[],
  { builder, constants, types }: ModuleWriter,
): NullTests {
  if (!reference) throw new InternalError('a nullable without its reference');
  const bits = builder.CreatePtrToInt(reference, types.i64);
  return {
    isPresent: builder.CreateICmpUGT(bits, constants.int(64, 1)),
    isNull: builder.CreateIsNull(reference),
  };
}
