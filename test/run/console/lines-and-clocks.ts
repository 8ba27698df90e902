// Arguments are evaluated once, in order; the clocks run. What is written is compared in test/cli/console.test.ts.
'use mixmod';
import type { i64 } from 'mixmod';
let log = '';
function noted(text: string): string {
  log += text + ';';
  return text;
}
function count(n: number): number {
  log += `${n};`;
  return n;
}
export function lines(format: string, n: i64, m: string | null): string {
  log = '';
  console.log(noted('a'), count(1), count(-0), n, m);
  console.log(noted(format), noted('x'), count(2), m, true);
  console.info(noted(format));
  return log;
}
export function wrong(n: i64): void {
  console.log('%j', n);
}
export function clocks(): boolean {
  const start = performance.now();
  const wall = Date.now();
  let now = start;
  while (now - start < 2) now = performance.now();
  return now >= start && Date.now() > wall && wall > 1.7e12 && Number.isInteger(wall);
}
// lines('%s and %d', 5n, null) → 'a;1;0;%s and %d;x;2;%s and %d;'
// lines('plain', -5n, 'm') → 'a;1;0;plain;x;2;plain;'
// wrong(1n) → TypeError: Do not know how to serialize a BigInt
// clocks() → true
