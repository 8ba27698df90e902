'use mixmod';
import { i64, isize, u64, usize } from 'mixmod';
// error RTS2025: 9007199254740993 is no exact number: in JavaScript it is 9007199254740992
const a: usize = 9007199254740993;
export function f(x: usize): usize {
  return x + 0xffff_ffff_ffff_ffff; // error RTS2025: 18446744073709551615 is no exact number: in JavaScript it is 18446744073709552000
}
export function g(x: isize): isize {
  // error RTS2025: -9007199254740993 is no exact number: in JavaScript it is -9007199254740992
  return x > 0 ? -9007199254740993 : x;
}
// error RTS2025: 9007199254740995 is no exact number: in JavaScript it is 9007199254740996
export const b = u64(9007199254740995);
// error RTS2025: 9007199254740993 is no exact number: in JavaScript it is 9007199254740992
export const c = i64(9007199254740992 + 1);
export const d = f(a);
