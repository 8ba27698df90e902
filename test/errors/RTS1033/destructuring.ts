'use mixmod';
export function f(a: Uint8Array): number {
  const { length } = a; // error RTS1033: destructuring is not part of RTypeScript yet
  return length;
}
