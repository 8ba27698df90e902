'use mixmod';
import { i32, rffi } from 'mixmod';
const puts = rffi.llexternal('puts', [rffi.CCHARP], rffi.INT);
const write = rffi.llexternal('write', [rffi.INT, rffi.VOIDP, rffi.SIZE_T], rffi.SSIZE_T);
const abs = rffi.llexternal('abs', [rffi.INT], rffi.INT);
export function f(text: string, data: Uint8Array, x: number): i32 {
  write(1, text, 1); // error RTS3107: argument 2 of write is a string, but C wants a Ptr<void>
  puts(data); // error RTS3108: argument 1 of puts is a Uint8Array, but C wants a Ptr<Char[]>
  abs(1, 2); // error RTS3110: abs takes 1 argument, got 2
  return abs(x); // error RTS2004: number does not become i32 by itself
}
