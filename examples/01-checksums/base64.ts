'use mixmod';
// Base64 (RFC 4648 §4), bytes to bytes, in pure RTypeScript.

const ENCODE = new Uint8Array(64);
const DECODE = new Int8Array(256).fill(-1);
for (let i = 0; i < 64; i++) {
  const code = i < 26 ? 65 + i : i < 52 ? 71 + i : i < 62 ? i - 4 : i === 62 ? 43 : 47;
  ENCODE[i] = code;
  DECODE[code] = i;
}
const PAD = 61;

/** The ASCII bytes of the Base64 form of `data`, padded with `=`. */
export function encode(data: Uint8Array): Uint8Array {
  const result = new Uint8Array(Math.ceil(data.length / 3) * 4);
  let to = 0;
  let from = 0;
  for (; from + 3 <= data.length; from += 3) {
    const bits = (data[from] << 16) | (data[from + 1] << 8) | data[from + 2];
    result[to] = ENCODE[bits >>> 18];
    result[to + 1] = ENCODE[(bits >>> 12) & 63];
    result[to + 2] = ENCODE[(bits >>> 6) & 63];
    result[to + 3] = ENCODE[bits & 63];
    to += 4;
  }
  const rest = data.length - from;
  if (rest > 0) {
    const bits = (data[from] << 16) | (rest > 1 ? data[from + 1] << 8 : 0);
    result[to] = ENCODE[bits >>> 18];
    result[to + 1] = ENCODE[(bits >>> 12) & 63];
    result[to + 2] = rest > 1 ? ENCODE[(bits >>> 6) & 63] : PAD;
    result[to + 3] = PAD;
  }
  return result;
}

/** The bytes that the Base64 text `text` stands for. Throws RangeError where it is not Base64 of whole quartets. */
export function decode(text: Uint8Array): Uint8Array {
  const length = text.length;
  if (length % 4 !== 0)
    throw new RangeError('Base64 text must have a length that is a multiple of 4');
  const padding = length === 0 || text[length - 1] !== PAD ? 0 : text[length - 2] === PAD ? 2 : 1;
  const result = new Uint8Array((length / 4) * 3 - padding);
  let to = 0;
  for (let from = 0; from < length; from += 4) {
    const last = from + 4 === length;
    const a = DECODE[text[from]];
    const b = DECODE[text[from + 1]];
    const c = last && padding === 2 ? 0 : DECODE[text[from + 2]];
    const d = last && padding > 0 ? 0 : DECODE[text[from + 3]];
    if ((a | b | c | d) < 0) throw new RangeError('not a character of Base64');
    const bits = (a << 18) | (b << 12) | (c << 6) | d;
    result[to] = bits >>> 16;
    if (to + 1 < result.length) result[to + 1] = (bits >>> 8) & 255;
    if (to + 2 < result.length) result[to + 2] = bits & 255;
    to += 3;
  }
  return result;
}
