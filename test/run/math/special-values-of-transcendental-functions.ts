'use mixmod';
export function exp(x: number): number { return Math.exp(x); }
export function log(x: number): number { return Math.log(x); }
export function sin(x: number): number { return Math.sin(x); }
export function atan(x: number): number { return Math.atan(x); }
export function tanh(x: number): number { return Math.tanh(x); }
// [0, -Infinity, Infinity, NaN].map((x) => exp(x)) → [ 1, 0, Infinity, NaN ]
// [1, 0, -1, Infinity].map((x) => log(x)) → [ 0, -Infinity, NaN, Infinity ]
// [0, -0, Infinity].map((x) => sin(x)) → [ 0, -0, NaN ]
// [-0, Infinity, -Infinity].map((x) => atan(x)) → [ -0, 1.5707963267948966, -1.5707963267948966 ]
// [-0, Infinity, -Infinity].map((x) => tanh(x)) → [ -0, 1, -1 ]
