'use mixmod';
import { i32, i64 } from 'mixmod';
export function f(a: i64, b: i32, c: number): void {
  a + b; // error RTS2002: `+` mixes i64 and i32
  a * c; // error RTS2002: `*` mixes i64 and number
  a === c; // error RTS2002: `===` mixes i64 and number
  // error RTS1001: TypeScript: Type 'number' is not assignable to type 'i64'. (TS2322)
  const d: i64 = 5;
  // error RTS1001: TypeScript: Type 'bigint' is not assignable to type 'i32'. (TS2322)
  const e: i32 = 5n;
}
