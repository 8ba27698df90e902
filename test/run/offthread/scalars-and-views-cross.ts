'use mixmod';
// Calls give promises; arguments and results are copies.
import { i32, i64, offthread, u8 } from 'mixmod';
const SCALE = Math.sqrt(16);
const NAME = 'sum';
export const add = offthread((a: i32, b: i32): i32 => a + b);
export const wide = offthread((a: i64): i64 => a * 2n);
export const byte = offthread((a: u8, on: boolean): number => (on ? a / 2 : 0) * SCALE);
export const hello = offthread(
  (name: string, times?: number): string => `${NAME} ${'ä'.repeat(times ?? 1)} ${name}`,
);
export const maybe = offthread((x: number | null): string | undefined =>
  x === null ? undefined : `${x}`,
);
export const nothing = offthread((): void => {});
export const scaled = offthread((data: Uint8Array, by: number): Uint8Array => {
  const out = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i++) out[i] = data[i] * by;
  data.fill(0);
  return out;
});
export const middle = offthread((data: Float64Array): Float64Array => data.subarray(1, 3));
export const bytes = offthread((buffer: ArrayBuffer, view: DataView): number =>
  buffer.byteLength + view.getUint8(0),
);
/** A function that JavaScript can call in both ways. */
export function double(x: number): number {
  return 2 * x;
}
export const doubled = offthread(double);
// add(1, 2) → 3
// add(2147483647, 1) → -2147483648
// wide(-5n) → -10n
// byte(7, true) → 12
// byte(7, false) → 0
// hello('ab') → 'sum ä ab'
// hello('\u20ac', 3) → 'sum äää €'
// maybe(null) → undefined
// maybe(1.5) → '1.5'
// nothing() → undefined
// data = Uint8Array.of(1, 2, 100) → Uint8Array(3) [ 1, 2, 100 ]
// scaled(data, 3) → Uint8Array(3) [ 3, 6, 44 ]
// data → Uint8Array(3) [ 1, 2, 100 ]
// scaled(data.subarray(1), 1) → Uint8Array(2) [ 2, 100 ]
// scaled(new Uint8Array(0), 1) → Uint8Array(0) []
// middle(Float64Array.of(1, 2, 3, 4)) → Float64Array(2) [ 2, 3 ]
// bytes(new ArrayBuffer(5), new DataView(Uint8Array.of(0, 9).buffer, 1)) → 14
// double(4) → 8
// doubled(4) → 8
// [add.length, hello.length, nothing.length, add.name, doubled.name] → [ 2, 1, 0, 'add', 'doubled' ]
// add(1, 2) instanceof Promise → true
// Promise.all([add(1, 2), add(3, 4), doubled(5)]) → [ 3, 7, 10 ]
// Promise.all(Array.from({ length: 200 }, (_, i) => add(i, 1))).then((all) => all.reduce((a, b) => a + b)) → 20100
