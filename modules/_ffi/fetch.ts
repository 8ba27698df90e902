// What copies a scalar from an address, which is in the frame, to the frame's place for values that pass through.
import { copy, TRANSFER_ADDRESS } from './copy.ts';
import { fastFetch } from './fast-call.ts';
import type { ScalarSize as WordSize } from './fetch-code.ts';
import { F64, FETCH_ADDRESS } from './frame.ts';

export type ScalarSize = WordSize | 16;

/** One for each size: a call of one or another would be slow. */
export const FETCH: { readonly [S in ScalarSize]: () => void } = {
  1: fetchOf(1),
  2: fetchOf(2),
  4: fetchOf(4),
  8: fetchOf(8),
  16: () => copyScalar(16),
};

function fetchOf(size: WordSize): () => void {
  return fastFetch(size) ?? ((): void => copyScalar(size));
}

function copyScalar(size: ScalarSize): void {
  copy(TRANSFER_ADDRESS, F64[FETCH_ADDRESS] ?? 0, size);
}
