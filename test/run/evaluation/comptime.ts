// What comptime gives is a constant.
'use mixmod';
import { comptime, i32, u32 } from 'mixmod';
import type { i64 } from 'mixmod';

interface Entry {
  name: string;
  weight: number;
  next?: string | null;
}
const SIZE = 4;
function crcRow(n: number): number {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
}
const table = comptime(() => {
  const rows = new Uint32Array(256);
  for (let i = 0; i < 256; i++) rows[i] = crcRow(i);
  return rows;
});
const squares = comptime(() => Array.from({ length: SIZE }, (_, i) => i * i));
const entries: Entry[] = comptime(() => [
  { name: 'a', weight: 0.5 },
  { name: 'b', weight: -0, next: null },
]);
const pair: [u32, boolean] = comptime((): [u32, boolean] => [u32(-1), true]);
const longs: i64[] = comptime(() => [2n ** 62n, -1n]);

export function crc(text: string): number {
  let c: u32 = 0xffffffff;
  for (let i = 0; i < text.length; i++) c = u32(table[(c ^ u32(text.charCodeAt(i))) & 255]) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}
export function all(): string {
  const [first, second] = entries;
  const version = comptime(() => [1, 2, 3].join('.'));
  const wrapped: i32 = comptime(() => i32(2147483648));
  return [
    squares.join(),
    first.name + first.weight + (first.next === undefined),
    `${1 / second.weight}${second.next === null}`,
    `${pair[0]}${pair[1]}`,
    `${longs[0] + longs[1]}`,
    version,
    `${wrapped}`,
  ].join(' ');
}
// crc('123456789') → 3421780262
// all() → '0,1,4,9 a0.5true -Infinitytrue 4294967295true 4611686018427387903 1.2.3 -2147483648'
