'use mixmod';
export function f(a: Float64Array): number {
  return Math.max(...a); // error RTS1034: spread is for array literals, rest parameters of the program, `push`, and arrays in `Math.max`
}
