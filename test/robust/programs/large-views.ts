'use mixmod';
// Large memory in values: made here, given, and kept.
export function made(length: number): { data: Uint8Array; length: number } {
  return { data: new Uint8Array(length).fill(1), length };
}
export function taken(item: { data: Uint8Array }): number {
  return item.data.length;
}
let kept: { data: Uint8Array }[] = [];
/** Keeps the last `count`. */
export function keep(length: number, count: number): number {
  if (kept.length >= count) kept = [];
  kept.push({ data: new Uint8Array(length).fill(1) });
  return kept.length;
}
