'use mixmod';
export function length(a: string | null): number { return a === null ? -1 : a.length; }
export function sum(a: Uint8Array | undefined): number {
  if (a === undefined) return -1;
  let s = 0;
  for (let i = 0; i < a.length; i++) s += a[i];
  return s;
}
export function echo(a: string | null): string | null { return a; }
// length(null) → -1
// length('') → 0
// length('abc') → 3
// sum() → -1
// sum(new Uint8Array([1, 2])) → 3
// echo(null) → null
// echo('ü') → 'ü'
