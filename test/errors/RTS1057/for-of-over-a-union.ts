'use mixmod';
function sum(items: number[] | Set<number>): number {
  let total = 0;
  // error RTS1057: `for…of` over number[] | Set<f64> is not part of RTypeScript
  for (const item of items) total += item;
  return total;
}
export const f = (): number => sum([1]);
