'use mixmod';
export function f(a: boolean): number {
  return -a; // error RTS2007: `-` does not take boolean
}
