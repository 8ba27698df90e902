'use mixmod';
// error RTS2012: the parameter callback of the exported function f is of type (number) => number
export function f(callback: (x: number) => number): number {
  return callback(1);
}
// error RTS2012: the result of the exported function g is of type () => number
export function g(): () => number {
  return () => 1;
}
export const h: () => number = () => 2;
// error RTS2012: the value of the exported function table is of type (() => number) | null
export const table: (() => number) | null = null;
