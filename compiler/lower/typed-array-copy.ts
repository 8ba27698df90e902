// Typed arrays and ArrayBuffers: what moves or fills many elements.
import type { Value } from '../graph/graph.ts';
import {
  add,
  isBetweenZeroAnd,
  larger,
  moved,
  smaller,
  subtract,
  times,
  ZERO,
} from './arithmetic.ts';
import type { LowEmitter } from './emitter.ts';
import { ELEMENTS } from './element.ts';
import type { Expander, View } from './operands.ts';
import { clampRange, clampRelative } from './ranges.ts';
import { newBuffer, typedArray } from './typed-array.ts';

/** ECMA-262 23.2.3.27, 25.1.6.7: a copy with a buffer of its own. */
export function copyOfRange(
  low: LowEmitter,
  { data, length }: View,
  [begin, end]: readonly [Value, Value],
  bytes: number,
): readonly Value[] {
  const range = clampRange(low, begin, end, length);
  const copy = newBuffer(low, range.count, bytes);
  const [target = data] = copy;
  const source = moved(low, data, times(low, range.begin, bytes));
  low.effect('raw_memcopy', [source, target, times(low, range.count, bytes)]);
  return copy;
}

const slice: Expander = (low, operands) => {
  const { elementBytes } = typedArray(operands.type(0));
  const range = [operands.scalar(1), operands.scalar(2)] as const;
  return copyOfRange(low, operands.view(0), range, elementBytes);
};

const fill: Expander = (low, operands) => {
  const { element, elementBytes } = typedArray(operands.type(0));
  const { data, length } = operands.view(0);
  const { narrow, stored } = ELEMENTS[elementBytes === 1 && element === 'i8' ? 'u8' : element];
  const value = narrow(low, operands.scalar(1));
  const { begin, count } = clampRange(low, operands.scalar(2), operands.scalar(3), length);
  if (elementBytes === 1) {
    low.effect('raw_memset', [moved(low, data, begin), value, count]);
    return [];
  }
  low.forRange(begin, add(low, begin, count), (index) => {
    low.effect('raw_store', [data, times(low, index, elementBytes), value], { stored });
  });
  return [];
};

const copyWithin: Expander = (low, operands) => {
  const { elementBytes } = typedArray(operands.type(0));
  const { data, length } = operands.view(0);
  const target = clampRelative(low, operands.scalar(1), length);
  const { begin, count } = clampRange(low, operands.scalar(2), operands.scalar(3), length);
  const fitting = smaller(low, count, subtract(low, length, target));
  const [from, to] = [begin, target].map((index) =>
    moved(low, data, times(low, index, elementBytes)),
  );
  const bytes = times(low, larger(low, fitting, ZERO), elementBytes);
  low.effect('raw_memmove', [from ?? data, to ?? data, bytes]);
  return [];
};

const setArray: Expander = (low, operands) => {
  const { elementBytes } = typedArray(operands.type(0));
  const [target, source] = [operands.view(0), operands.view(1)];
  const offset = operands.scalar(2);
  const room = subtract(low, target.length, source.length);
  low.check(isBetweenZeroAnd(low, offset, room), 'setOffset');
  const to = moved(low, target.data, times(low, offset, elementBytes));
  low.effect('raw_memmove', [source.data, to, times(low, source.length, elementBytes)]);
  return [];
};

export const TYPED_ARRAY_COPY = {
  typedarray_slice: slice,
  typedarray_fill: fill,
  typedarray_copy_within: copyWithin,
  typedarray_set_array: setArray,
} as const satisfies { readonly [name: string]: Expander };
