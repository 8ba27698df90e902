// Overflow raises where RPython's would; intmask wraps to a machine word.
'use mixmod';
import { intmask, ovfcheck } from 'mixmod';
import { i32 } from 'mixmod';
import type { i16, i64, isize, u32, u64, u8 } from 'mixmod';

const attempt = (action: () => string): string => {
  try {
    return action();
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
};
export function words(a: i32, b: i32): string {
  const parts = [
    attempt(() => `${ovfcheck(a + b)}`),
    attempt(() => `${ovfcheck(a - b)}`),
    attempt(() => `${ovfcheck(a * b)}`),
    attempt(() => `${ovfcheck(-a)}`),
    attempt(() => `${ovfcheck(a << 1)}`),
    attempt(() => `${ovfcheck(a / b)}`),
    attempt(() => `${ovfcheck(a % b)}`),
  ];
  return parts.map((part) => (part.startsWith('RangeError') ? '!' : part)).join(' ');
}
export function longs(a: i64, b: i64): string {
  const parts = [
    attempt(() => `${ovfcheck(a + b)}`),
    attempt(() => `${ovfcheck(a - b)}`),
    attempt(() => `${ovfcheck(a * b)}`),
  ];
  return parts.map((part) => (part.startsWith('RangeError') ? '!' : part)).join(' ');
}
export function unsigned(a: u32, b: u8): string {
  const wide: u64 = 18446744073709551615n;
  return [
    attempt(() => `${ovfcheck(a - 5)}`),
    attempt(() => `${ovfcheck(b * 2)}`),
    attempt(() => `${ovfcheck(wide + 1n)}`),
  ].join(', ');
}
export function sizes(n: isize): string {
  return attempt(() => `${ovfcheck(n * n)}`);
}
export function narrow(a: i16): string {
  return attempt(() => `${ovfcheck(a + 1)}`);
}
export function sum(items: Int32Array): i32 {
  let total: i32 = 0;
  for (const item of items) total = ovfcheck(total + i32(item));
  return total;
}
export function mask(x: i64): isize {
  return intmask(x * 4n);
}
export function maskNumber(x: number): isize {
  return intmask(x);
}
// words(3, 4) → '7 -1 12 -3 6 0 3'
// words(2147483647, 1) → '! 2147483646 2147483647 -2147483647 ! 2147483647 0'
// words(-2147483648, -1) → '! -2147483647 ! ! ! ! 0'
// longs(9223372036854775807n, 1n) → '! 9223372036854775806 9223372036854775807'
// longs(4294967296n, 4294967296n) → '8589934592 0 !'
// unsigned(3, 200) → 'RangeError: the result does not fit in u32, RangeError: the result does not fit in u8, RangeError: the result does not fit in u64'
// unsigned(5, 100) → '0, 200, RangeError: the result does not fit in u64'
// sizes(3037000499) → '9223372030926249000'
// sizes(3037000500) → 'RangeError: the result does not fit in isize'
// narrow(32767) → 'RangeError: the result does not fit in i16'
// sum(new Int32Array([1, 2, 3])) → 6
// mask(4611686018427387904n) → 0
// maskNumber(-1.5) → -1
