'use mixmod';
// `array.length -= n`: the length is read once, and the array is cut.
let made = 0;
function list(): number[] {
  made++;
  return [1, 2, 3, 4];
}
export function cut(n: number): string {
  const items = list();
  const value = (items.length -= n);
  return `${items.join()} ${value}`;
}
// cut(1) → '1,2,3 3'
// cut(4) → ' 0'
// cut(5) → RangeError: Invalid array length
// cut(-1) → RangeError: length 5 is longer than the array, which has 4 items
export function once(): number {
  made = 0;
  list().length -= 2;
  return made;
}
// once() → 1
export function halves(): number {
  const items = list();
  items.length >>= 1;
  return items.length;
}
// halves() → 2
