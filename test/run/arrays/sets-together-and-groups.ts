// The methods of Set that take another one and Map.groupBy (ECMAScript 2025), Array.from of what can be iterated.
'use mixmod';
const shown = (set: Set<number>): string => `{${Array.from(set).join(' ')}}`;
function setOf(text: string): Set<number> {
  const set = new Set<number>();
  for (const part of text.split(' ')) if (part !== '') set.add(Number(part));
  return set;
}
export function together(left: string, right: string): string {
  const a = setOf(left);
  const b = setOf(right);
  a.add(100);
  a.delete(100);
  const sets = [a.union(b), a.intersection(b), a.difference(b), a.symmetricDifference(b)];
  const tests = [a.isSubsetOf(b), a.isSupersetOf(b), a.isDisjointFrom(b)];
  return sets.map((set) => shown(set)).join(' ') + ' ' + tests.join(' ') + ` ${a.size} ${b.size}`;
}
export function groups(text: string): string {
  const words = text.split(' ');
  const byLength = Map.groupBy(words, (word) => word.length);
  const lines: string[] = [];
  for (const [length, group] of byLength) lines.push(`${length}=${group.join('+')}`);
  const byFirst: Map<string, string[]> = Map.groupBy(words, (word, i) => word.charAt(0) + (i % 2));
  for (const key of byFirst.keys()) lines.push(key);
  return lines.join(';') + (byLength.get(3)?.length ?? 0);
}
export function lists(text: string): string {
  const map = new Map<string, number>([['a', 1], ['b', 2], ['c', 3]]);
  map.delete('b');
  const points = Array.from(text);
  const codes = Array.from(text, (point, i) => point.length + i);
  const entries = Array.from(map).map(([key, value]) => key + value);
  const copy = Array.from(points);
  copy.push('!');
  return `${points.length} ${codes.join()} ${entries.join()} ${copy.join('')} ${Array.from(map, ([key]) => key).join()} ${Array.from(points, (point) => point + point).join()}`;
}
// together('1 2 3', '3 4 2') → '{1 2 3 4} {2 3} {1} {1 4} false false false 3 3'
// together('', '1') → '{1} {} {} {1} true false true 0 1'
// together('1 2', '2 1 5') → '{1 2 5} {1 2} {} {5} true false false 2 3'
// together('5 4 3 2', '2 9 5') → '{5 4 3 2 9} {2 5} {4 3} {4 3 9} false false false 4 3'
// together('NaN 0', '-0 NaN') → '{NaN 0} {NaN 0} {} {} true true false 2 2'
// together('7', '8 9') → '{7 8 9} {} {7} {7 8 9} false false true 1 2'
// groups('one two three four five six') → '3=one+two+six;5=three;4=four+five;o0;t1;t0;f1;f0;s13'
// groups('') → '0=;00'
// lists('aß😀') → '3 1,2,4 a1,c3 aß😀! a,c aa,ßß,😀😀'
// lists('') → '0  a1,c3 ! a,c '
