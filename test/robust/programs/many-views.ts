'use mixmod';
// Views of memory in values.
export function length(item: { data: Uint8Array }): number {
  return item.data.length;
}
export function lengths(all: { data: Uint8Array }[]): number {
  let sum = 0;
  for (const { data } of all) sum += data.length;
  return sum;
}
