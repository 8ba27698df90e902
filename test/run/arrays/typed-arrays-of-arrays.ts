'use mixmod';
// `new X(array)` and `X.from(array)`: items convert as in assignments to elements.
import { i32, i64, u8 } from 'mixmod';
export function converted(n: number): string {
  const items = [n, 1.7, -1, 300];
  const bytes = new Uint8Array(items);
  const clamped = Uint8ClampedArray.from(items);
  const words = Int32Array.from(items);
  const exact = Float64Array.from(items);
  let text = '';
  for (let i = 0; i < 4; i++) text += `${bytes[i]},${clamped[i]},${words[i]},${exact[i]};`;
  return text;
}
// converted(5) → '5,5,5,5;1,2,1,1.7;255,0,-1,-1;44,255,300,300;'
export function narrow(n: i32): number {
  const items: i32[] = [n, n * 2];
  const small: u8[] = [1, 255];
  return new Int32Array(items)[1] + new Float64Array(small)[1] + Int16Array.from(new Int16Array([7]))[0];
}
// narrow(3) → 268
export function large(n: i64): string {
  const items: i64[] = [n, -n];
  const made = BigInt64Array.from(items);
  return `${made[0]},${made[1]}`;
}
// large(3n) → '3,-3'
export const none = (): number => new Int8Array([1].slice(1)).length;
// none() → 0
