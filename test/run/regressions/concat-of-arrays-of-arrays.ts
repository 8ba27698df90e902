'use mixmod';
export function joined(isMore: boolean): number {
  const all = [[0, 0]].concat((isMore ? undefined : [[1], [2, 3]]) ?? [[4, 5]]);
  let sum = 0;
  for (const items of all) sum = sum * 10 + items.length;
  return sum;
}
export function tuples(isMore: boolean): string {
  const all = [[0, 'a'] as [number, string]].concat(isMore ? [[1, 'b'], [2, 'c']] : [[3, 'd']]);
  let text = '';
  for (const [n, name] of all) text += n + name;
  return text;
}
// joined(false) → 212
// joined(true) → 22
// tuples(true) → '0a1b2c'
// tuples(false) → '0a3d'
