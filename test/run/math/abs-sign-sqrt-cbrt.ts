'use mixmod';
export function abs(x: number): number { return Math.abs(x); }
export function sign(x: number): number { return Math.sign(x); }
export function sqrt(x: number): number { return Math.sqrt(x); }
export function cbrt(x: number): number { return Math.cbrt(x); }
// [-3.5, -0, 0, NaN, -Infinity].map((x) => abs(x)) → [ 3.5, 0, 0, NaN, Infinity ]
// [-3.5, -0, 0, NaN, Infinity].map((x) => sign(x)) → [ -1, -0, 0, NaN, 1 ]
// [2, -1, -0, 0.25, Infinity].map((x) => sqrt(x)) → [ 1.4142135623730951, NaN, -0, 0.5, Infinity ]
// [27, -8, -0, NaN].map((x) => cbrt(x)) → [ 3, -2, -0, NaN ]
