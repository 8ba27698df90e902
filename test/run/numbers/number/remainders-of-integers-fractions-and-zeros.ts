'use mixmod';
import { f32 } from 'mixmod';
export function rem(a: number, b: number): number { return a % b; }
export function rem32(a: f32, b: f32): f32 { return a % b; }
export function gcd(a: number, b: number): number { while (b !== 0) { const rest = a % b; a = b; b = rest; } return a; }
// [[7, 3], [-7, 3], [7, -3], [-7, -3]].map(([a, b]) => rem(a, b)) → [ 1, -1, 1, -1 ]
// [[6, 3], [-6, 3], [0, 3], [-0, 3], [0.5, 0.25], [-0.5, 0.25]].map(([a, b]) => rem(a, b)) → [ 0, -0, 0, -0, 0, -0 ]
// [[7, 0], [7, NaN], [NaN, 7], [Infinity, 7], [7, Infinity], [-7, -Infinity]].map(([a, b]) => rem(a, b)) → [ NaN, NaN, NaN, NaN, 7, -7 ]
// [[2 ** 53 - 1, 2 ** 52], [2 ** 53, 3], [-(2 ** 63), 7], [1e300, 7], [5.5, 2], [-5.5, 2]].map(([a, b]) => rem(a, b)) → [ 4503599627370495, 2, -1, 1, 1.5, -1.5 ]
// [[5e-324, 3], [3, 5e-324], [4294967296, 4294967295], [2147483648, -2147483648]].map(([a, b]) => rem(a, b)) → [ 5e-324, 0, 1, 0 ]
// [[7.5, 2], [-8, 4], [16777216, 3]].map(([a, b]) => rem32(a, b)) → [ 1.5, -0, 1 ]
// [[12, 18], [-12, 18], [17, 5], [2 ** 40, 2 ** 20 * 3], [0.75, 0.5]].map(([a, b]) => gcd(a, b)) → [ 6, 6, 1, 1048576, 0.25 ]
