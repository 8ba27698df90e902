'use mixmod';
// What arrays do that is not an operation of the machine: functions that `check` instantiates for the types in use.

/** An index that counts from the end where it is negative, clamped: slice, fill, copyWithin, splice (ECMA-262 23.1.3.28, steps 3 to 6). */
export function clampIndex(index: number, length: number): number {
  if (index < 0) return Math.max(length + index, 0);
  return Math.min(index, length);
}
