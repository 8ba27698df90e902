'use mixmod';
export function f(a: Float64Array): number {
  return Math.max(...a); // error RTS1034: spread is not part of RTypeScript yet
}
