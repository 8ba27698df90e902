'use mixmod';
export function f(codes: Uint16Array): string {
  return String.fromCharCode(...codes); // error RTS1034: spread is for array literals, rest parameters of the program, `push`, and arrays in `Math.max`
}
