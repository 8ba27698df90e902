'use mixmod';
import { i32, rffi } from 'mixmod';
const puts = rffi.llexternal('puts', [rffi.CCHARP], rffi.INT);
export function f(text: string): i32 {
  return puts(text); // error RTS3107: argument 1 of puts is a string, but C wants a Ptr<Char[]>
}
