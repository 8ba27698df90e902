'use mixmod';
export default function area(w: number, h: number): number {
  return scaled(w * h);
}
export const scaled = (x: number): number => x * factor;
let factor = 2;
export function setFactor(n: number): void {
  factor = n;
  if (n < 0) area(1, 1);
}
