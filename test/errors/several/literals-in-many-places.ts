'use mixmod';
import { i32, i8, u16 } from 'mixmod';
const a: i8 = 200; // error RTS2003: 200 does not fit i8
let b: u16 = -1; // error RTS2003: -1 does not fit u16
export function f(x: i32): i32 {
  b = 65536; // error RTS2003: 65536 does not fit u16
  // error RTS2003: 2147483648 does not fit i32
  // error RTS2003: 4294967296 does not fit i32
  if (x === 4294967296) return 2147483648;
  // error RTS1001: TypeScript: Operator '>>>' cannot be applied to types 'i32' and 'bigint'. (TS2365)
  x >>> 1n;
  return x * 0.5; // error RTS2003: 0.5 does not fit i32
}
