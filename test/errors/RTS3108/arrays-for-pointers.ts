'use mixmod';
import { isize, rffi } from 'mixmod';
const write = rffi.llexternal('write', [rffi.INT, rffi.VOIDP, rffi.SIZE_T], rffi.SSIZE_T);
export function f(data: Uint8Array): isize {
  // error RTS3108: argument 2 of write is a Uint8Array, but C wants a Ptr<void>
  return write(1, data, 3);
}
