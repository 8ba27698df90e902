'use mixmod';
export function cut(length: number): number {
  const items = [1, 2, 3];
  items.length = length;
  return items.length;
}
// cut(2) → 2
// cut(-1) → RangeError: Invalid array length
// cut(1.5) → RangeError: Invalid array length
// cut(4294967296) → RangeError: Invalid array length
// cut(4294967295) → RangeError: length 4294967295 is longer than the array, which has 3 items
