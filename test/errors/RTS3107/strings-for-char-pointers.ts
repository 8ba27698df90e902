'use mixmod';
import { isize, rffi } from 'mixmod';
const write = rffi.llexternal('write', [rffi.INT, rffi.VOIDP, rffi.SIZE_T], rffi.SSIZE_T);
export function f(text: string): isize {
  // error RTS3107: argument 2 of write is a string, but C wants a Ptr<void>
  return write(1, text, 3);
}
