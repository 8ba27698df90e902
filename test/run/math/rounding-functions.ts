'use mixmod';
export function floor(x: number): number { return Math.floor(x); }
export function ceil(x: number): number { return Math.ceil(x); }
export function trunc(x: number): number { return Math.trunc(x); }
export function round(x: number): number { return Math.round(x); }
// [2.5, -2.5, 0.5, -0.5, 1.5, -1.5, 0.49999999999999994, -0.2, NaN, -Infinity].map(floor) → [ 2, -3, 0, -1, 1, -2, 0, -1, NaN, -Infinity ]
// [2.5, -2.5, 0.5, -0.5, 1.5, -1.5, 0.49999999999999994, -0.2, NaN, -Infinity].map((x) => ceil(x)) → [ 3, -2, 1, -0, 2, -1, 1, -0, NaN, -Infinity ]
// [2.5, -2.5, 0.5, -0.5, 1.5, -1.5, 0.49999999999999994, -0.2, NaN, -Infinity].map((x) => trunc(x)) → [ 2, -2, 0, -0, 1, -1, 0, -0, NaN, -Infinity ]
// [2.5, -2.5, 0.5, -0.5, 1.5, -1.5, 0.49999999999999994, -0.2, NaN, -Infinity].map((x) => round(x)) → [ 3, -2, 1, -0, 2, -1, 0, -0, NaN, -Infinity ]
// round(4503599627370495.5) → 4503599627370496
// round(-4503599627370495.5) → -4503599627370495
// round(9007199254740991) → 9007199254740991
