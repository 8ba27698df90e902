'use mixmod';
export function f(a: Uint8Array, b: string): void {
  a.length = 1; // error RTS2019: this is not a variable or element that can be assigned
  b.length += 1; // error RTS2019: this is not a variable or element that can be assigned
}
