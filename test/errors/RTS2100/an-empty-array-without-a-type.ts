'use mixmod';
export function f(): number {
  const items = []; // error RTS2100: nothing tells the type of the items of this empty array
  items.push(1);
  return items.length;
}
