'use mixmod';
export function f(a: number): number {
  // error RTS1104: a generic function inside of another function is not part of RTypeScript
  function same<T>(x: T): T {
    return x;
  }
  return same(a);
}
