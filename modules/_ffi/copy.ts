// memcpy: between C's memory and the frame. It calls nothing back, so that the call may always be a fast one.
import { asDouble } from './as-double.ts';
import { fastCall } from './fast-call.ts';
import { CODE, F64, I32, SHAPE, STACK_WORDS, TRANSFER } from './frame.ts';
import { FRAME, libraries } from './native.ts';

const MEMCPY = asDouble(libraries.symbol(libraries.open_library(null, 2), 'memcpy'));

/** A scalar passes through this place. */
export const TRANSFER_ADDRESS = FRAME + 8 * TRANSFER;

export function copy(to: number, from: number, size: number): void {
  placeCopy(to, from, size);
  fastCall();
}

/** Writes the call to the frame. */
export function placeCopy(to: number, from: number, size: number): void {
  I32[2] = to;
  I32[3] = to / 4294967296;
  I32[4] = from;
  I32[5] = from / 4294967296;
  I32[6] = size;
  I32[7] = 0;
  F64[CODE] = MEMCPY;
  I32[SHAPE] = 0;
  I32[STACK_WORDS] = 0;
}
