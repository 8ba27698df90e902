'use mixmod';
export function f(a: number): string {
  return a; // error RTS2005: f64 is not string
}
