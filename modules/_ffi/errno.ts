// errno of C: what the last call of a function left, and what the next one finds.
import { ERRNO, I32 } from './frame.ts';

export function get_errno(): number {
  return I32[ERRNO] ?? 0;
}

export function set_errno(value: number): void {
  if ((value | 0) !== value) throw new RangeError(`errno is a 32-bit integer, got ${value}`);
  I32[ERRNO] = value;
}
