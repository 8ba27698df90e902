'use mixmod';
function count(items: number[] | Set<number>): number {
  return [...items].length; // error RTS2103: number[] | Set<f64> is spread, which is not iterable
}
export const f = (): number => count([1]);
