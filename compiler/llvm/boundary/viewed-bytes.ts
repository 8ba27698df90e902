// Variables that view memory of JavaScript's.
import type { RtsType } from '../../program/types.ts';

export function isView(type: RtsType): boolean {
  const base = type.kind === 'nullable' ? type.base : type;
  return base.kind === 'typedarray' || base.kind === 'arraybuffer' || base.kind === 'dataview';
}

/** Bytes of one element of what a variable views. */
export function viewedBytes(type: RtsType): number {
  const base = type.kind === 'nullable' ? type.base : type;
  return base.kind === 'typedarray' ? base.elementBytes : 1;
}
