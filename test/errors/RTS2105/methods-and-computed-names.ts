'use mixmod';
export function f(): number {
  // error RTS2105: an object literal has only fields with plain names
  const counter = { count: 1, next() { return 2; } };
  const text = 'x';
  const point = { [text]: 1 }; // error RTS2105: an object literal has only fields with plain names
  return 1;
}
