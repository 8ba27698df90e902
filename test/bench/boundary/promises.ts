'use mixmod';
// A call on another thread, whose work is next to nothing.
import { offthread } from 'mixmod';

function twice(x: number): number {
  return 2 * x;
}

export const later = offthread(twice);
