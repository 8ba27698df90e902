'use mixmod';
function grow<T, U>(n: number, x: T | null, y: U | null): number {
  // error RTS1009: the function type (a: T) => U is not part of RTypeScript (in grow<f64, string>)
  return n === 0 ? 0 : grow<(a: T) => U, T>(n - 1, null, null);
}
export function f(n: number): number {
  return grow<number, string>(n, null, null);
}
