'use mixmod';
export function squares(n: number): number {
  let sum = 0;
  for (const x of Array.from({ length: n }, (_, i) => i * i)) sum += x;
  return sum;
}
export function rows(): number {
  const table = Array.from({ length: 3 }, () => new Array<number>(2).fill(0));
  table[1][1] = 5;
  return table[0][1] + table[1][1] + table.length * 10;
}
export function texts(): number {
  const words = ['pear', 'fig', 'apple', 'kiwi', 'fig'];
  const sorted = words.toSorted();
  words.sort();
  return words.indexOf('fig') * 100 + words.indexOf('pear') * 10 + sorted.indexOf('kiwi') + (words[0] === 'apple' ? 1000 : 0);
}
// squares(4) → 14
// squares(-1) → 0
// squares(2.9) → 1
// rows() → 35
// texts() → 1143
