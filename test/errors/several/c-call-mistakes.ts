'use mixmod';
import { i32, rffi } from 'mixmod';
const puts = rffi.llexternal('puts', [rffi.CCHARP], rffi.INT);
const abs = rffi.llexternal('abs', [rffi.INT], rffi.INT);
export function f(text: string, data: Uint8Array, x: number): i32 {
  puts(text); // error RTS3107: argument 1 of puts is a string, but C wants a Ptr<Char[]>
  puts(data); // error RTS3108: argument 1 of puts is a Uint8Array, but C wants a Ptr<Char[]>
  abs(1, 2); // error RTS3110: abs takes 1 argument, got 2
  return abs(x); // error RTS2004: number does not become i32 by itself
}
