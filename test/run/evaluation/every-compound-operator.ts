'use mixmod';
export function numbers(a: number, b: number): number {
  let x = a;
  x += b; x -= 1; x *= b; x /= 3; x %= 7; x **= 2;
  return x;
}
export function bits(a: number, b: number): number {
  let x = a;
  x &= 0xffff; x |= b; x ^= 5; x <<= 3; x >>= 1; x >>>= 1;
  return x;
}
// numbers(10, 3) → 25
// bits(123456, 7) → 115844
