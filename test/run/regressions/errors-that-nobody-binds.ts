// Errors that are caught without a name, or only cleaned up after, in a program that binds no error.
'use mixmod';
import { i32, lltype, rffi } from 'mixmod';
const POINT = lltype.Struct('Point', ['x', rffi.INT]);
let n = 0;
function count(): void {
  n++;
  if (n < 0) throw new Error('count');
}
export function caught(x: i32): string {
  n = 0;
  try {
    if (x === 0) throw new Error(`early ${x}`);
  } catch {
    return `caught ${n}`;
  } finally {
    count();
  }
  return `none ${n}`;
}
function scoped(x: i32): i32 {
  using p = lltype.scoped_alloc(POINT);
  p.ptr.x = x;
  if (x < 0) throw new RangeError(`below ${x}`);
  return p.ptr.x;
}
export function cleaned(x: i32): i32 {
  try {
    return scoped(x);
  } finally {
    count();
  }
}
export function around(x: i32): i32 {
  using p = lltype.scoped_alloc(rffi.CArray(rffi.INT), 3000 + x, { zero: true });
  if (x > 0) throw new TypeError(`above ${x}`);
  return p.ptr[0];
}
// caught(0) → 'caught 0'
// caught(1) → 'none 1'
// cleaned(3) → 3
// cleaned(-3) → RangeError: below -3
// around(0) → 0
// around(2) → TypeError: above 2
