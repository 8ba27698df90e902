'use mixmod';
import { i32, i64, u32 } from 'mixmod';
export function f(a: i64, b: i32, c: u32, d: boolean): void {
  a >>> 1n; // error RTS2010: `>>>` does not take i64
  b & c; // error RTS2001: `&` mixes i32 and u32, of different signedness
  b << c; // error RTS2001: `<<` mixes i32 and u32, of different signedness
  ~d; // error RTS2007: `~` does not take boolean
}
