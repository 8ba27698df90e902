'use mixmod';
import { i64 } from 'mixmod';
export function f(a: Uint8Array, b: BigInt64Array, s: string, i: i64): void {
  b[0] = 1; // error RTS1001: TypeScript: Type 'number' is not assignable to type 'bigint'. (TS2322)
  a[0] = 1n; // error RTS2003: 1n does not fit number
  a[i]; // error RTS1001: TypeScript: Type 'i64' cannot be used as an index type. (TS2538)
  s[0];
  a[0] = true; // error RTS2005: boolean is not number
}
