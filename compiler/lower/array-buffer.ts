// ArrayBuffers: (data, byteLength, napi_value).
import { isizeConstant } from '../graph/constants.ts';
import { isUpTo, LONGEST } from './arithmetic.ts';
import type { Expander } from './operands.ts';
import { copyOfRange } from './typed-array-copy.ts';
import { newBuffer } from './typed-array.ts';

const create: Expander = (low, operands) => {
  const length = operands.scalar(0);
  low.check(isUpTo(low, length, isizeConstant(LONGEST)), 'bufferLength');
  return newBuffer(low, length, 1);
};

export const ARRAY_BUFFER = {
  arraybuffer_new: create,
  arraybuffer_len: (_low, operands) => [operands.view(0).length],
  arraybuffer_slice: (low, operands) =>
    copyOfRange(low, operands.view(0), [operands.scalar(1), operands.scalar(2)], 1),
} as const satisfies { readonly [name: string]: Expander };
