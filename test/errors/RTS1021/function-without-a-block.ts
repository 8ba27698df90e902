'use mixmod';
export function f(a: number): number {
  // error RTS1001: TypeScript: 'A label is not allowed here. (TS1344)
  // error RTS1021: a function cannot be declared here
  label: function inner(): number {
    return 1;
  }
  return a;
}
