'use mixmod';
import { i32 } from 'mixmod';
let kept: i32 | null = null;
function forget(): void { kept = null; }
export function f(a: i32 | null, b: i32 | null): i32 {
  // error RTS2013: the module-level variable kept may have become null again
  if (kept !== null) { forget(); return kept + 1; }
  switch (a) { case 1: return 2; } // error RTS2016: `switch` does not take i32 | null
  return a * 2; // error RTS2022: the value may be absent: its type is i32 | null
}
