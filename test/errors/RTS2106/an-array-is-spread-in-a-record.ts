'use mixmod';
export function f(): number {
  const items = [1, 2];
  const record = { x: 1, ...items }; // error RTS2106: the fields of number[] cannot be spread
  return record.x;
}
