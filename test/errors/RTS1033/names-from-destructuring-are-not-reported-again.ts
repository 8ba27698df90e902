'use mixmod';
const { first } = { first: 1 }; // error RTS1033: destructuring is not part of RTypeScript yet
// error RTS1033: destructuring is not part of RTypeScript yet
export function f({ x }: { x: number }, a: Uint8Array): number {
  const [y] = a; // error RTS1033: destructuring is not part of RTypeScript yet
  for (const { z } of a) return z; // error RTS1033: destructuring is not part of RTypeScript yet
  return first + x + y;
}
