'use mixmod';
export function f(): number {
  const items = [10, 9, 1];
  items.sort(); // error RTS2111: the comparison of the items is missing
  return items[0];
}
