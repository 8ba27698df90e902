'use mixmod';
import { i32 } from 'mixmod';
export function f(a: string): i32 {
  switch (a) {
    case 'one': return 1;
    case 'two': return 2;
    case '': return 0;
    default: return -1;
  }
}
// f('one') → 1
// f('two') → 2
// f('') → 0
// f('One') → -1
