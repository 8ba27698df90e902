'use mixmod';
import { type i32, rffi } from 'mixmod';
class Counter {
  n: i32 = 1;
}
export function cast(): void {
  // error RTS3115: rffi.cast does not turn Counter into Ptr<void>
  rffi.cast(rffi.VOIDP, new Counter());
}
