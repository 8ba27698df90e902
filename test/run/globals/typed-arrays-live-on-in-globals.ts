'use mixmod';
import { i32, u32 } from 'mixmod';
const table = new Uint32Array(256);
for (let n: u32 = 0; n < 256; n++) {
  let c: u32 = n;
  for (let k: i32 = 0; k < 8; k++) c = (c & 1) !== 0 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  table[n] = c;
}
export function crc32(data: Uint8Array): u32 {
  let c: u32 = 0xffffffff;
  for (let i = 0; i < data.length; i++) c = u32(table[(c ^ data[i]) & 0xff]) ^ (c >>> 8);
  return ~c;
}
// crc32(new TextEncoder().encode('123456789')) → 3421780262
// crc32(new Uint8Array(0)) → 0
