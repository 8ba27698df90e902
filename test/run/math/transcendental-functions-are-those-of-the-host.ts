'use mixmod';
export function f(x: number): number {
  return Math.sin(x) + Math.cos(x) * 10 + Math.tan(x) + Math.exp(x) + Math.log(x) + Math.log2(x) + Math.log10(x) + Math.log1p(x) + Math.expm1(x);
}
export function g(x: number): number {
  return Math.asin(x) + Math.acos(x) + Math.atan(x) + Math.sinh(x) + Math.cosh(x) + Math.asinh(x) + Math.acosh(x + 1) + Math.atanh(x);
}
// [0.1, 0.7, 1, 2.5, 10].map((x) => Math.round(f(x) * 1e9)) → [ 4831348570, 11666911530, 12931612606, 19093923417, 44052667622500 ]
// [0.1, 0.25, 0.9].map((x) => Math.round(g(x) * 1e9)) → [ 3419373578, 4295826861, 8301496792 ]
