'use mixmod';
import { i32, rffi } from 'mixmod';
const MAPPING = rffi.CCallback([rffi.INT], rffi.INT);
function twice(x: i32): i32 { return x * 2; }
export function f(by: i32): i32 {
  const named = rffi.llhelper(MAPPING, twice);
  // error RTS3125: rffi.llhelper takes a function of the module, by its name
  const closure = rffi.llhelper(MAPPING, (x) => x * by);
  return named(1) + closure(2);
}
