'use mixmod';
export function a(): number { return 2 + 3 * 4 ** 2 / 6 % 5; }
export function b(): number { return 2 ** 3 ** 2; }
export function c(x: number): number { return -(x ** 2) === 0 ? 1 : 2 - 1 - 1; }
export function d(x: number): number { return x << 1 + 1 & 15 | 1 ^ 2; }
// a() → 5
// b() → 512
// d(3) → 15
