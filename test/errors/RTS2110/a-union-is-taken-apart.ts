'use mixmod';
function first(items: number[] | Set<number>): number {
  const [item] = items; // error RTS2110: number[] | Set<f64> cannot be taken apart
  return item;
}
export const f = (): number => first([1]);
