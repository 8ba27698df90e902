'use mixmod';
import { i32, rffi } from 'mixmod';
const abs = rffi.llexternal('abs', [rffi.INT], rffi.INT);
export function f(): i32 {
  return abs(1, 2); // error RTS3110: abs takes 1 argument, got 2
}
