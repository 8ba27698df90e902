// Objects of the collected heap: a field or item becomes the parts of its representation, a call passes all parts.
import { isizeConstant } from '../graph/constants.ts';
import type { Value } from '../graph/graph.ts';
import { InternalError } from '../graph/internal-error.ts';
import { representation } from '../graph/representation.ts';
import { INT_TYPES, typeName, type RtsType } from '../program/types.ts';
import type { LowEmitter } from './emitter.ts';
import type { Expander, Operands } from './operands.ts';

function fieldType(operands: Operands): RtsType {
  const { field } = operands.op.attributes;
  const type = operands.type(0);
  const found = type.kind === 'object' && type.fields.find(({ name }) => name === field);
  if (!found) throw new InternalError(`no field ${field} in ${typeName(type)}`);
  return found.type;
}

function elementType(operands: Operands): RtsType {
  const type = operands.type(0);
  if (type.kind !== 'array') throw new InternalError(`${typeName(type)} is no array`);
  return type.element;
}

const fieldGet: Expander = (low, operands) => {
  const { field = '' } = operands.op.attributes;
  return representation(fieldType(operands)).map((type, part) =>
    low.value('field_load', [operands.scalar(0)], type, { field, part }),
  );
};

const fieldSet: Expander = (low, operands) => {
  const { field = '' } = operands.op.attributes;
  operands.parts(1).forEach((value, part) => {
    low.effect('field_store', [operands.scalar(0), value], { field, part });
  });
  return [];
};

const arrayGet: Expander = (low, operands) => {
  const [array, index] = [operands.scalar(0), operands.scalar(1)];
  low.effect('check_index', [index, low.value('array_len', [array])]);
  return representation(elementType(operands)).map((type, part) =>
    low.value('item_load', [array, index], type, { part }),
  );
};

function storeItem(low: LowEmitter, array: Value, index: Value, parts: readonly Value[]): void {
  parts.forEach((value, part) => low.effect('item_store', [array, index, value], { part }));
}

const arraySet: Expander = (low, operands) => {
  const [array, index] = [operands.scalar(0), operands.scalar(1)];
  low.effect('check_index', [index, low.value('array_len', [array])]);
  storeItem(low, array, index, operands.parts(2));
  return [];
};

const arrayPush: Expander = (low, operands) => {
  const array = operands.scalar(0);
  const length = low.value('array_len', [array]);
  const longer = low.value('int_add', [length, isizeConstant(1)], INT_TYPES.isize);
  low.effect('array_reserve', [array, longer]);
  low.effect('array_extend', [array, longer]);
  storeItem(low, array, length, operands.parts(1));
  return [longer];
};

const closureGet: Expander = (low, operands) => {
  const { part: first = 0 } = operands.op.attributes;
  return representation(operands.resultType).map((type, part) =>
    low.value('closure_load', [operands.scalar(0)], type, { index: first + part }),
  );
};

/** Calls pass every low value of every argument, and give all those of the result. */
const call: Expander = (low, { op, all }) => {
  const types = op.results.flatMap(({ type }) => representation(type));
  return low.results(op.name, all, types, op.attributes);
};

export const OBJECTS = {
  field_get: fieldGet,
  field_set: fieldSet,
  array_get: arrayGet,
  array_set: arraySet,
  array_push: arrayPush,
  closure_get: closureGet,
  closure_new: call,
  closure_call: call,
  method_call: call,
} as const satisfies { readonly [name: string]: Expander };
