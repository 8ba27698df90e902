'use mixmod';
export function lengths(): number {
  const arrays = new Array<Int8Array>(2).fill(new Int8Array(3));
  arrays[1] = new Int8Array(1);
  const before = arrays[0].length * 10 + arrays[1].length;
  arrays.fill(Int8Array.of(1, 2));
  return before * 100 + arrays[0].length * 10 + arrays[1][1];
}
// lengths() → 3122
