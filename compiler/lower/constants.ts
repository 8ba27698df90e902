// A constant of a high type → its low values.
import { constant } from '../graph/constants.ts';
import type { Constant, Value } from '../graph/graph.ts';
import { InternalError } from '../graph/internal-error.ts';
import { zeroOf } from '../graph/ops/values.ts';
import { representation } from '../graph/representation.ts';
import { typeName } from '../program/type-name.ts';
import { ADDRESS, isReference } from '../program/types.ts';
import type { LowEmitter } from './emitter.ts';
import { tagConstant } from './nullable.ts';

export function splitConstant(low: LowEmitter, value: Constant): readonly Value[] {
  const { type } = value;
  switch (type.kind) {
    case 'int':
    case 'float':
    case 'boolean':
    case 'address':
    case 'string':
      return [value];
    case 'ptr':
      return [constant(ADDRESS, null)];
    case 'nullable':
      return splitNullable(low, value);
    case 'void':
    case 'never':
    case 'null':
    case 'undefined':
    case 'literal':
      return [];
    case 'object':
    case 'union':
    case 'array':
    case 'function':
    case 'typedarray':
    case 'arraybuffer':
    case 'dataview':
      throw new InternalError(`a constant of type ${typeName(type)}`);
  }
}

/** The base's values are zero where it is absent. */
function splitNullable(low: LowEmitter, { type, value }: Constant): readonly Value[] {
  if (type.kind !== 'nullable') throw new InternalError(`${typeName(type)} is not nullable`);
  if (isReference(type.base)) return [constant(type.base, value)];
  if (value !== null && value !== undefined) {
    return [...splitConstant(low, constant(type.base, value)), tagConstant('present')];
  }
  const zeros = representation(type.base).map((part) => constant(part, zeroOf(part)));
  return [...zeros, tagConstant(value === null ? 'null' : 'undefined')];
}
