'use mixmod';
import { i32 } from 'mixmod';
export function f(a: Uint8Array, b: i32 | null, c: string | null): number {
  delete a[0]; // error RTS1038: `delete` is not part of RTypeScript
  const d = 0 in a; // error RTS1039: `in` needs a text and a value of a union of objects, each of which has the property or not
  // error RTS1040: `instanceof` needs an object of a class, and the name of a class
  const e = a instanceof Uint8Array;
  const g = c?.length ?? 0;
  return b!;
}
