'use mixmod';
import type { i32 } from 'mixmod';
export function f(n: i32): string {
  function last<T>(items: readonly T[]): T {
    return items.length > 1 ? last(items.slice(1)) : items[0];
  }
  const pair = <A, B>(a: A, b: B): [A, B] => [a, b];
  const [x, y] = pair(last([n, 2]), last(['a', 'b']));
  const shown = (): string => `${last([true])}${pair(1, 2)[1]}`;
  return `${x}${y}${shown()}`;
}
function outer<T>(items: readonly T[]): T[] {
  function twice<U>(item: U): U[] {
    return [item, item];
  }
  return items.flatMap((item) => twice(item));
}
export const g = (): string => outer(['p', 'q']).join('') + outer([1]).length;
// f(3) → '2btrue2'
// g() → 'ppqq2'
