'use mixmod';
import { i32 } from 'mixmod';
let last: i32 | null = null;
function change(): void { last = null; }
export function f(): i32 {
  if (last === null) return 0;
  change();
  return last + 1; // error RTS2013: the module-level variable last may have become null again
}
