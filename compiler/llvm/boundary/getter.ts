// An exported module-level variable → the getter of a live property.
import llvm from 'llvm-bindings';
import { isView } from './viewed-bytes.ts';
import { constant as makeConstant } from '../../graph/constants.ts';
import { InternalError } from '../../graph/internal-error.ts';
import { NULLABLE_TAG, representation } from '../../graph/representation.ts';
import type { ConstantValue, GlobalVariable } from '../../program/nodes.ts';
import { INT_TYPES, isReference, type RtsType } from '../../program/types.ts';
import { globalOffset, type EnvironmentLayout } from '../environment.ts';
import { accessorOf } from '../ops/memory.ts';
import type { ModuleWriter } from '../writer.ts';
import { emitResult } from './result.ts';
import { defineCallback, type CallFrame } from './wrapper.ts';

export function emitGetter(
  name: string,
  global: GlobalVariable,
  writer: ModuleWriter,
  layout: EnvironmentLayout,
  { refresh }: CallFrame,
): llvm.Function {
  const made = defineCallback(`getter.${name}`, writer);
  const { builder, constants, types } = writer;
  builder.SetInsertPoint(writer.block('entry', made));
  const napi = made.getArg(0);
  const none = llvm.ConstantPointerNull.get(types.addresses);
  const env = writer.call('mm.enter', [napi, made.getArg(1), constants.int(64, 0), none]);
  const values =
    global.constant === null
      ? variableValues(global, env, writer, layout, refresh)
      : constantValues(global.type, global.constant, writer);
  builder.CreateRet(emitResult(global.type, values, { writer, function: made, env, napi }));
  return made;
}

function variableValues(
  { id, type }: GlobalVariable,
  env: llvm.Value,
  writer: ModuleWriter,
  layout: EnvironmentLayout,
  refresh: CallFrame['refresh'],
): readonly llvm.Value[] {
  refresh(env);
  const { builder, constants } = writer;
  const values = representation(type).map((part, index) => {
    const value = writer.call(`mm.global.load.${accessorOf(part)}`, [
      env,
      globalOffset(id, index, layout, writer),
    ]);
    return part.kind === 'boolean' ? builder.CreateICmpNE(value, constants.int(8, 0)) : value;
  });
  // A buffer sits in a variable as a reference.
  return isView(type)
    ? values.map((value, index) =>
        index === 2 ? writer.call('mm.buffer_handle', [env, value]) : value,
      )
    : values;
}

/** The low values of a value that is known at build time. */
function constantValues(
  type: RtsType,
  value: ConstantValue,
  writer: ModuleWriter,
): readonly llvm.Value[] {
  const { constants } = writer;
  const of = (part: RtsType, known: ConstantValue): llvm.Value =>
    constants.of(makeConstant(part, known));
  switch (type.kind) {
    case 'string':
      return [of(type, value)];
    case 'nullable': {
      if (isReference(type)) return [of(type.base, value)];
      const absent = value === null || value === undefined;
      const tag = absent
        ? value === null
          ? NULLABLE_TAG.null
          : NULLABLE_TAG.undefined
        : NULLABLE_TAG.present;
      const parts = absent
        ? representation(type.base).map((part) => zero(part, writer))
        : constantValues(type.base, value, writer);
      return [...parts, of(INT_TYPES.u8, tag)];
    }
    case 'int':
    case 'float':
    case 'boolean':
      return [of(type, value)];
    case 'null':
    case 'undefined':
      return [];
    default:
      throw new InternalError(`a constant of type ${type.kind} is exported`);
  }
}

function zero(part: RtsType, { constants }: ModuleWriter): llvm.Value {
  if (part.kind === 'int') return constants.int(part.bits, 0);
  if (part.kind === 'float') return constants.float(part.name, 0);
  return part.kind === 'boolean' ? constants.i1(false) : constants.null;
}
