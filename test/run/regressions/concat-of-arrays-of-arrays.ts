'use mixmod';
export function joined(isMore: boolean): number {
  const all = [[0, 0]].concat((isMore ? undefined : [[1], [2, 3]]) ?? [[4, 5]]);
  let sum = 0;
  for (const items of all) sum = sum * 10 + items.length;
  return sum;
}
// joined(false) → 212
// joined(true) → 22
