'use mixmod';
export function f(a: Uint8Array): boolean {
  // error RTS1040: `instanceof` needs an object of a class, and the name of a class
  return a instanceof Uint8Array;
}
