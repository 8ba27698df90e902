'use mixmod';
function grow<T, U>(n: number, x: T | null, y: U | null): number {
  // error RTS1102: grow would be instantiated without end (in grow<(((((((((((number) => string) => number) => (number) => string) => ((number…)
  return n === 0 ? 0 : grow<(a: T) => U, T>(n - 1, null, null);
}
export function f(n: number): number {
  return grow<number, string>(n, null, null);
}
