'use mixmod';
import * as one from './lib/one.ts';
export function f(): void {
  const module = one; // error RTS1066: the module one is used as a value
}
