'use mixmod';
type Pair = [number, string];
export function joined(): number {
  const pairs: Pair[] = [[1, 'a']];
  const pair: Pair = [2, 'b'];
  const all = pairs.concat(pair); // error RTS2005: [number, string] is not [number, string][]
  return all.length;
}
