'use mixmod';
export default [1, 2, 3].map((n) => n * n);
