'use mixmod';
// error RTS1068: a parameter has no modifiers
// error RTS1068: a parameter has no modifiers
export function f(public a: number, readonly b: number): number {
  return a + b;
}
