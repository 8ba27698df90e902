'use mixmod';
export function f(n: number): number {
  // error RTS2114: `Array.from` takes what `for…of` walks over, or `{ length: n }` and a function
  return Array.from({ length: n }).length;
}
