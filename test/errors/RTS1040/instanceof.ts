'use mixmod';
export function f(a: Uint8Array): boolean {
  // error RTS1040: the right side of `instanceof` is no class of the program
  return a instanceof Uint8Array;
}
