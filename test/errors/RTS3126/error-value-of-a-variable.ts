'use mixmod';
import { i32, rffi } from 'mixmod';
const FAILED = -1;
const MAPPING = rffi.CCallback([rffi.INT], rffi.INT);
export function f(failed: i32): i32 {
  using constant = rffi.scoped_callback(MAPPING, (x) => x, { error: FAILED });
  // error RTS3126: what C gets when a callback throws must be known when the module is built
  using variable = rffi.scoped_callback(MAPPING, (x) => x, { error: failed });
  return constant.ptr(4) + variable.ptr(5);
}
