'use mixmod';
import { type f64, rffi } from 'mixmod';
const sum = rffi.llexternal('sum', [rffi.buffer(rffi.DOUBLEP, 1), rffi.INT], rffi.DOUBLE);
export function f(data: Float32Array): f64 {
  return sum(data); // error RTS3127: argument 1 of sum is a Float32Array, but its memory becomes a Ptr<Float[]>
}
