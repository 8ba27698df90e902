'use mixmod';
export function f(a: number): void {
  const error = a > 1 ? new RangeError('large') : undefined;
  throw error; // error RTS1028: only errors can be thrown
}
