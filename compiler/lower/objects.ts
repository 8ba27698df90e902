// Objects of the collected heap: a field or item becomes the parts of its representation, a call passes all parts.
import { isizeConstant } from '../graph/constants.ts';
import type { Value } from '../graph/graph.ts';
import { InternalError } from '../graph/internal-error.ts';
import { representation, storedRepresentation } from '../graph/representation.ts';
import { typeName } from '../program/type-name.ts';
import { BOOLEAN, INT_TYPES, isReference, type RtsType } from '../program/types.ts';
import { add, isBetweenZeroAnd, larger, smaller, subtract, ZERO } from './arithmetic.ts';
import type { LowEmitter } from './emitter.ts';
import { fromStored, toStored } from './stored.ts';
import type { Expander, Operands } from './operands.ts';
import { clampRange, clampRelative } from './ranges.ts';

function fieldType(operands: Operands): RtsType {
  const { field } = operands.op.attributes;
  const type = operands.type(0);
  const found = type.kind === 'object' && type.fields.find(({ name }) => name === field);
  if (!found) throw new InternalError(`no field ${field} in ${typeName(type)}`);
  return found.type;
}

/** Of the array that is the op's first operand. */
const elementType = (operands: Operands): RtsType => elementOf(operands.type(0));

function elementOf(type: RtsType): RtsType {
  if (type.kind !== 'array') throw new InternalError(`${typeName(type)} is no array`);
  return type.element;
}

const fieldGet: Expander = (low, operands) => {
  const { field = '' } = operands.op.attributes;
  const type = fieldType(operands);
  const values = storedRepresentation(type).map((stored, part) =>
    low.value('field_load', [operands.scalar(0)], stored, { field, part }),
  );
  return fromStored(low, type, values);
};

/** One of the low values is a reference, and null in fresh memory. */
const fieldIsAssigned: Expander = (low, operands) => {
  const { field = '' } = operands.op.attributes;
  const parts = storedRepresentation(fieldType(operands));
  const part = parts.findIndex(isReference);
  const stored = parts[part];
  if (!stored) throw new InternalError(`the field ${field} holds no reference`);
  const held = low.value('field_load', [operands.scalar(0)], stored, { field, part });
  const isNull = low.value('reference_is_null', [held], BOOLEAN);
  return [low.value('bool_not', [isNull], BOOLEAN)];
};

const fieldSet: Expander = (low, operands) => {
  const { field = '' } = operands.op.attributes;
  toStored(low, fieldType(operands), operands.parts(1)).forEach((value, part) => {
    low.effect('field_store', [operands.scalar(0), value], { field, part });
  });
  return [];
};

const arrayGet: Expander = (low, operands) => {
  const [array, index] = [operands.scalar(0), operands.scalar(1)];
  low.effect('check_index', [index, low.value('array_len', [array])]);
  return loadItem(low, operands, array, index);
};

/** Of the array that is the op's first operand. */
function loadItem(
  low: LowEmitter,
  operands: Operands,
  array: Value,
  index: Value,
): readonly Value[] {
  const type = elementType(operands);
  const values = storedRepresentation(type).map((stored, part) =>
    low.value('item_load', [array, index], stored, { part }),
  );
  return fromStored(low, type, values);
}

function storeItem(low: LowEmitter, array: Value, index: Value, parts: readonly Value[]): void {
  parts.forEach((value, part) => low.effect('item_store', [array, index, value], { part }));
}

const arraySet: Expander = (low, operands) => {
  const [array, index] = [operands.scalar(0), operands.scalar(1)];
  low.effect('check_index', [index, low.value('array_len', [array])]);
  storeItem(low, array, index, toStored(low, elementType(operands), operands.parts(2)));
  return [];
};

const arrayPush: Expander = (low, operands) => {
  const array = operands.scalar(0);
  const item = toStored(low, elementType(operands), operands.parts(1));
  const length = low.value('array_len', [array]);
  const longer = low.value('int_add', [length, isizeConstant(1)], INT_TYPES.isize);
  low.effect('array_reserve', [array, longer]);
  low.effect('array_extend', [array, longer]);
  storeItem(low, array, length, item);
  return [longer];
};

const arrayPop: Expander = (low, operands) => {
  const array = operands.scalar(0);
  const last = subtract(low, low.value('array_len', [array]), isizeConstant(1));
  const parts = loadItem(low, operands, array, last);
  low.effect('array_set_len', [array, last]);
  return parts;
};

const arrayFilled: Expander = (low, operands) => {
  const length = operands.scalar(0);
  const array = low.value('array_new', [length], operands.resultType);
  const item = toStored(low, elementOf(operands.resultType), operands.parts(1));
  low.forRange(ZERO, length, (index) => storeItem(low, array, index, item));
  return [array];
};

const arrayTruncate: Expander = (low, operands) => {
  const [array, length] = [operands.scalar(0), operands.scalar(1)];
  const old = low.value('array_len', [array]);
  low.check(isBetweenZeroAnd(low, length, isizeConstant(2 ** 32 - 1)), 'arrayLength');
  low.check(isBetweenZeroAnd(low, length, old), 'arrayGrowth', length, old);
  low.effect('array_set_len', [array, length]);
  return [];
};

const arrayAppend: Expander = (low, operands) => {
  const [array, source] = [operands.scalar(0), operands.scalar(1)];
  const [old, count] = [low.value('array_len', [array]), low.value('array_len', [source])];
  const longer = add(low, old, count);
  low.effect('array_reserve', [array, longer]);
  low.effect('array_extend', [array, longer]);
  low.effect('items_copy', [array, old, source, ZERO, count]);
  return [];
};

const arraySlice: Expander = (low, operands) => {
  const source = operands.scalar(0);
  const length = low.value('array_len', [source]);
  const { begin, count } = clampRange(low, operands.scalar(1), operands.scalar(2), length);
  const copy = low.value('array_new', [count], operands.resultType);
  low.effect('items_copy', [copy, ZERO, source, begin, count]);
  return [copy];
};

const arrayFill: Expander = (low, operands) => {
  const array = operands.scalar(0);
  const length = low.value('array_len', [array]);
  const { begin, count } = clampRange(low, operands.scalar(2), operands.scalar(3), length);
  const item = toStored(low, elementType(operands), operands.parts(1));
  low.forRange(begin, add(low, begin, count), (index) => storeItem(low, array, index, item));
  return [];
};

const arrayCopyWithin: Expander = (low, operands) => {
  const array = operands.scalar(0);
  const length = low.value('array_len', [array]);
  const target = clampRelative(low, operands.scalar(1), length);
  const { begin, count } = clampRange(low, operands.scalar(2), operands.scalar(3), length);
  const fitting = smaller(low, count, subtract(low, length, target));
  low.effect('items_copy', [array, target, array, begin, larger(low, fitting, ZERO)]);
  return [];
};

const closureGet: Expander = (low, operands) => {
  const { part: first = 0 } = operands.op.attributes;
  const type = operands.resultType;
  const values = storedRepresentation(type).map((stored, part) =>
    low.value('closure_load', [operands.scalar(0)], stored, { index: first + part }),
  );
  return fromStored(low, type, values);
};

/** Calls pass every low value of every argument, and give all those of the result. */
const call: Expander = (low, { op, all }) => {
  const types = op.results.flatMap(({ type }) => representation(type));
  return low.results(op.name, all, types, op.attributes);
};

const closureNew: Expander = (low, operands) => {
  const { op } = operands;
  const captured = op.args.flatMap(({ type }, index) => toStored(low, type, operands.parts(index)));
  return low.results(op.name, captured, [operands.resultType], op.attributes);
};

export const OBJECTS = {
  field_get: fieldGet,
  field_is_assigned: fieldIsAssigned,
  field_set: fieldSet,
  array_get: arrayGet,
  array_set: arraySet,
  array_push: arrayPush,
  array_pop: arrayPop,
  array_filled: arrayFilled,
  array_truncate: arrayTruncate,
  array_append: arrayAppend,
  array_slice: arraySlice,
  array_fill: arrayFill,
  array_copy_within: arrayCopyWithin,
  closure_get: closureGet,
  closure_new: closureNew,
  closure_call: call,
  method_call: call,
  weak_get: call,
  weak_toggle: call,
} as const satisfies { readonly [name: string]: Expander };
