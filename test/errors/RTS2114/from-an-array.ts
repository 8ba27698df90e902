'use mixmod';
export function f(): number {
  const items = [1, 2];
  // error RTS2114: `Array.from` takes `{ length: n }` and a function
  return Array.from(items, (_, i) => i).length;
}
