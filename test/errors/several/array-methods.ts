'use mixmod';
export function f(a: Float64Array): number {
  a.sort(); // error RTS1061: Float64Array has no member sort in RTypeScript
  a.length = 3; // error RTS1061: Float64Array has no member length to assign in RTypeScript
  // error RTS1001: TypeScript: Parameter 'x' implicitly has an 'any' type. (TS7006)
  // error RTS1061: Float64Array has no member map in RTypeScript
  const b = a.map((x) => x * 2);
  return Math.max(...a); // error RTS1034: spread is not part of RTypeScript yet
}
