'use mixmod';
import { i32 } from 'mixmod';
const enum Flag { None = 0, Read = 1 << 0, Write = 1 << 1, All = Read | Write, Minus = -All, Half = 0.5 }
export function f(i: i32): number {
  if (i === 0) return Flag.All;
  if (i === 1) return Flag.Minus;
  return Flag.Half;
}
export function has(flags: i32): boolean { return (flags & Flag.Write) !== 0; }
// f(0) → 3
// f(1) → -3
// f(2) → 0.5
// has(2) → true
// has(1) → false
