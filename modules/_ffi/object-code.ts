// A type → the instructions for its values where V8 passes any value, and C takes an integer of 64 bits.
import type { Piece } from './assemble.ts';
import { BIGINT_TYPE, bigintCode } from './bigint-code.ts';
import type { Kind } from './types.ts';
import { type PassedValue, pointerCode } from './view-code.ts';
import { VIEW_LAYOUT } from './view-layout.ts';

/** Null where there are none: V8 passes it as C takes it, or not at all. */
export function objectCode(kind: Kind, value: PassedValue): Piece[] | null {
  if (kind === 'pointer' && VIEW_LAYOUT !== null) return pointerCode(VIEW_LAYOUT, value);
  if ((kind === 'slong' || kind === 'ulong') && BIGINT_TYPE !== null)
    return bigintCode(BIGINT_TYPE, value, kind === 'slong');
  return null;
}

export const isObject = (kind: Kind): boolean =>
  objectCode(kind, { from: 0, to: 0, place: 0 }) !== null;
