'use mixmod';
// A function is found by what it is, in maps and sets as by ===.
type Step = (x: number) => number;
function twice(x: number): number { return 2 * x; }
const counts = new Map<Step, number>();
const seen = new Set<Step>();
let kept: Step = twice;
export function count(n: number): number {
  const plus: Step = (x) => x + n;
  counts.set(plus, (counts.get(plus) ?? 0) + 1);
  counts.set(twice, (counts.get(twice) ?? 0) + 1);
  counts.set(kept, (counts.get(kept) ?? 0) + 10);
  kept = plus;
  seen.add(twice).add(plus).add(plus);
  return counts.get(twice) ?? 0;
}
export function size(): string { return `${counts.size} ${seen.size} ${seen.has(twice)} ${seen.has((x) => x)}`; }
// count(1) → 11
// count(2) → 12
// size() → '3 3 true false'
