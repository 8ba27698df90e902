'use mixmod';
export function f(a: number, b: boolean, c: ArrayBuffer): void {
  a[0]; // error RTS2018: number has no elements
  b[0] = 1; // error RTS2018: boolean has no elements
  return c[0]; // error RTS2018: ArrayBuffer has no elements
}
