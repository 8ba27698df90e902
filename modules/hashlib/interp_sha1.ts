'use mixmod';
// SHA-1 (FIPS 180-4): whole blocks into the state.

const W = new Uint32Array(80);

function rotl(x: number, n: number): number {
  return (x << n) | (x >>> (32 - n));
}

function mix(i: number, b: number, c: number, d: number): number {
  if (i < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (i < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (i < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}

function block(h: Uint32Array, data: Uint8Array, from: number): void {
  const w = W;
  for (let i = 0; i < 16; i++) {
    const at = from + 4 * i;
    w[i] = (data[at] << 24) | (data[at + 1] << 16) | (data[at + 2] << 8) | data[at + 3];
  }
  for (let i = 16; i < 80; i++) w[i] = rotl(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
  let [a, b, c, d] = [h[0] | 0, h[1] | 0, h[2] | 0, h[3] | 0];
  let e = h[4] | 0;
  for (let i = 0; i < 80; i++) {
    const sum = (rotl(a, 5) + mix(i, b, c, d) + e + w[i]) | 0;
    e = d;
    d = c;
    c = rotl(b, 30);
    b = a;
    a = sum;
  }
  h[0] += a;
  h[1] += b;
  h[2] += c;
  h[3] += d;
  h[4] += e;
}

/** `count` blocks of 64 bytes, the first at `from`. */
export function sha1_blocks(h: Uint32Array, data: Uint8Array, from: number, count: number): void {
  for (let i = 0; i < count; i++) block(h, data, from + 64 * i);
}
