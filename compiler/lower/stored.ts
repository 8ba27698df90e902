// Between the low values of a variable and those that an object of the heap holds (`storedRepresentation`): they differ for
// views on ArrayBuffers only.
import { isizeConstant } from '../graph/constants.ts';
import type { Value } from '../graph/graph.ts';
import { InternalError } from '../graph/internal-error.ts';
import { ADDRESS, BUFFER_BOX, INT_TYPES, type RtsType } from '../program/types.ts';
import { moved, times } from './arithmetic.ts';
import type { LowEmitter } from './emitter.ts';
import type { Expander } from './operands.ts';

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

/** The low values of a view from where it began in its buffer, which may have been detached or made smaller since. */
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
  return [...lookedAt(low, view, { offset, length }, { start, bytes }), buffer, ...values.slice(3)];
}

/** The same for a view in a variable, whose memory may have gone in a call. */
export const refresh: Expander = (low, operands) => {
  const view = viewIn(operands.resultType);
  if (!view) throw new InternalError('a refresh of something else than a view');
  const [data, length, buffer] = three(operands.parts(0));
  const [start, bytes] = low.results('buffer_data', [buffer], [ADDRESS, INT_TYPES.isize]);
  if (!start || !bytes) throw new InternalError('buffer_data has two results');
  const offset = low.value('adr_sub', [data, start]);
  const found = lookedAt(low, view, { offset, length }, { start, bytes });
  return [...found, buffer, ...operands.parts(0).slice(3)];
};

/** A view of a buffer that has become too short is empty (ECMA-262 10.4.5.14). An ArrayBuffer is as long as it is. */
function lookedAt(
  low: LowEmitter,
  view: RtsType,
  { offset, length }: { readonly offset: Value; readonly length: Value },
  { start, bytes }: { readonly start: Value; readonly bytes: Value },
): readonly Value[] {
  if (view.kind === 'arraybuffer') return [start, bytes];
  const elementBytes = view.kind === 'typedarray' ? view.elementBytes : 1;
  const end = low.value('int_add', [offset, times(low, length, elementBytes)]);
  const fits = low.value('int_le', [end, bytes]);
  const now = low.value('select', [fits, length, isizeConstant(0)]);
  return [moved(low, start, offset), now];
}
