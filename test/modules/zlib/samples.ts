// Random data of several kinds, and random places to cut them.
import type { Random } from '../../../dist/modules/random/index.js';

const WORDS = ['lorem', 'ipsum', 'dolor', 'sit', 'amet', '\n', ', ', '12345', 'consectetur'];

/** Noise, text, long runs, or all of them, of `size` bytes. */
export function sample(random: Random, size: number): Uint8Array {
  const data = new Uint8Array(size);
  for (let at = 0; at < size;) {
    const kind = random.randrange(3);
    const length = Math.min(size - at, random.randint(1, 2000));
    if (kind === 0) data.set(random.randbytes(length), at);
    else if (kind === 1) data.fill(random.randrange(256), at, at + length);
    else {
      let text = '';
      while (text.length < length) text += random.choice(WORDS);
      data.set(Buffer.from(text.slice(0, length)), at);
    }
    at += length;
  }
  return data;
}

/** All of `data`, in pieces; some are empty. */
export function pieces(random: Random, data: Uint8Array): readonly Uint8Array[] {
  const most = random.choice([3, 100, 5000, 100_000]);
  const all: Uint8Array[] = [];
  for (let at = 0; at < data.length;) {
    const size = random.randint(0, Math.max(most, data.length >>> 6));
    all.push(data.subarray(at, at + size));
    at += size;
  }
  return all;
}

/** The same with some bytes changed, or its end cut off. */
export function damaged(random: Random, data: Uint8Array): Uint8Array {
  if (data.length === 0 || random.random() < 0.3)
    return data.slice(0, random.randint(0, data.length));
  const changed = data.slice();
  for (let n = random.randint(1, 3); n > 0; n--)
    changed[random.randrange(data.length)] = random.randrange(256);
  return changed;
}
