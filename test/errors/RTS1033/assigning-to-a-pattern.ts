'use mixmod';
export function f(a: number, b: number): number {
  [a, b] = [b, a]; // error RTS1033: destructuring is not part of RTypeScript yet
  return a;
}
