'use mixmod';
export function f(a: Uint8Array): void {
  for (const key in a) { // error RTS1029: `for…in` is not part of RTypeScript
  }
}
