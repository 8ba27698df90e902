'use mixmod';
export function f(a: boolean, b: boolean, c: Uint8Array, d: Uint8Array): boolean {
  // error RTS2009: `<` does not compare boolean with boolean
  // error RTS2009: `===` does not compare Uint8Array with Uint8Array
  return a < b || c === d;
}
