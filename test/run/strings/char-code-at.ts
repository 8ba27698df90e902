'use mixmod';
import { i32 } from 'mixmod';
export function code(a: string, i: i32): number { return a.charCodeAt(i); }
export function first(a: string): number { return a.charCodeAt(); }
export function dynamic(a: string, i: number): number { return a.charCodeAt(i); }
// code('aü😀', 0) → 97
// code('aü😀', 1) → 252
// code('aü😀', 2) → 55357
// code('aü😀', 3) → 56832
// code('aü😀', 4) → NaN
// code('aü😀', -1) → NaN
// first('') → NaN
// first('z') → 122
// dynamic('abc', 1.9) → 98
// dynamic('abc', NaN) → 97
// dynamic('abc', -0.5) → 97
// dynamic('abc', Infinity) → NaN
