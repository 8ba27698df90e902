// LLVM folded `1 / x < 0` to false where it knew x to be a square root or one of two constants.
// root(-0) → -1
// root(0) → 1
// root(4) → 1
// chosen() → '-0'
// negated(-0) → true
// single(-0) → -1
'use mixmod';
import type { f32 } from 'mixmod';

let flag: boolean = true;

const shown = (value: number): string => (value === 0 && 1 / value < 0 ? '-0' : `${value}`);

export function root(x: number): number {
  return 1 / Math.sqrt(x) < 0 ? -1 : 1;
}

export function chosen(): string {
  return shown((flag ? -1.5 : 0) / (2 / 0));
}

export function negated(x: number): boolean {
  return -(1 / Math.sqrt(x)) > 0;
}

export function single(x: f32): number {
  return 1 / Math.sqrt(x) < 0 ? -1 : 1;
}
