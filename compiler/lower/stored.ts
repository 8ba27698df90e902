// Between the low values of a variable and those that an object of the heap holds (`storedRepresentation`): they differ for
// views on ArrayBuffers only.
import { isizeConstant } from '../graph/constants.ts';
import type { Value } from '../graph/graph.ts';
import { InternalError } from '../graph/internal-error.ts';
import { ADDRESS, BUFFER_BOX, INT_TYPES, type RtsType } from '../program/types.ts';
import { moved, times } from './arithmetic.ts';
import type { LowEmitter } from './emitter.ts';

/** The type of the view in the low values; null where they are held as they are. */
function viewIn(type: RtsType): RtsType | null {
  switch (type.kind) {
    case 'typedarray':
    case 'arraybuffer':
    case 'dataview':
      return type;
    case 'nullable':
      return viewIn(type.base);
    default:
      return null;
  }
}

function three(values: readonly Value[]): readonly [Value, Value, Value] {
  const [first, second, third] = values;
  if (!first || !second || !third) throw new InternalError('a view has three low values');
  return [first, second, third];
}

export function toStored(
  low: LowEmitter,
  type: RtsType,
  values: readonly Value[],
): readonly Value[] {
  if (!viewIn(type)) return values;
  const [data, length, buffer] = three(values);
  const [box, start] = low.results('buffer_box', [buffer], [BUFFER_BOX, ADDRESS]);
  if (!box || !start) throw new InternalError('buffer_box has two results');
  return [low.value('adr_sub', [data, start]), length, box, ...values.slice(3)];
}

/** A view of a buffer that has become too short is empty (ECMA-262 10.4.5.14). */
export function fromStored(
  low: LowEmitter,
  type: RtsType,
  values: readonly Value[],
): readonly Value[] {
  const view = viewIn(type);
  if (!view) return values;
  const [offset, length, box] = three(values);
  const types = [ADDRESS, INT_TYPES.isize, ADDRESS];
  const [start, bytes, buffer] = three(low.results('buffer_open', [box], types));
  const elementBytes = view.kind === 'typedarray' ? view.elementBytes : 1;
  const end = low.value('int_add', [offset, times(low, length, elementBytes)]);
  const fits = low.value('int_le', [end, bytes]);
  const now = low.value('select', [fits, length, isizeConstant(0)]);
  return [moved(low, start, offset), now, buffer, ...values.slice(3)];
}
