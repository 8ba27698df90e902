'use mixmod';
export function store(a: Uint8ClampedArray, x: number): number { a[0] = x; return a[0]; }
// [-5, 0.5, 1.5, 2.5, 254.5, 255.5, 300, NaN, Infinity, -Infinity, 1e300, 0.49].map((x) => store(new Uint8ClampedArray(1), x)) → [ 0, 0, 2, 2, 254, 255, 255, 0, 255, 0, 255, 0 ]
