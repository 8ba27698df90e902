'use mixmod';
export function f(a: Float64Array): number {
  a.sort(); // error RTS1061: Float64Array has no member sort in RTypeScript
  a.length = 3; // error RTS2019: this is not a variable or element that can be assigned
  const b = a.map((x) => x * 2); // error RTS1061: Float64Array has no member map in RTypeScript
  return Math.max(...a);
}
