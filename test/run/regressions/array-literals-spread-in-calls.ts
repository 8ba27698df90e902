// TypeScript takes an array literal that is spread in a call for a tuple.
'use mixmod';
function count(...items: BigUint64Array[]): number {
  return items.length;
}
function sum(first: number, ...others: number[]): number {
  return others.reduce((a, b) => a + b, first);
}
export const f = (): string => {
  const list = [5, 6];
  const sums = [sum(1, ...[2, 3]), sum(...[1, 2], ...list, ...([4])), sum(1, ...[...list, 1])];
  return `${sums.join()} ${count(new BigUint64Array(0), ...[new BigUint64Array(4)])}`;
};
// f() → '6,18,13 2'
