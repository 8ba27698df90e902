// Writes and reads images of all forms that PNG has, and holds files and pixels against an own reading of the format.
import assert from 'node:assert/strict';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { Colour, describe, rgba, rows, rowSize, write } from './images.ts';

const isSmall = process.env.MIXMOD_EXAMPLES === 'small';
const FORMS: readonly (readonly [name: string, colour: number, depths: readonly number[]])[] = [
  ['grey', Colour.Grey, [1, 2, 4, 8, 16]],
  ['rgb', Colour.Rgb, [8, 16]],
  ['palette', Colour.Palette, [1, 2, 4, 8]],
  ['grey and alpha', Colour.GreyAlpha, [8, 16]],
  ['rgb and alpha', Colour.Rgba, [8, 16]],
];

/** Numbers that are the same each time (Numerical Recipes' generator). */
let seed = 1;
const random = (): number => (seed = (seed * 1664525 + 1013904223) >>> 0) / 2 ** 32;
const noise = (size: number): Uint8Array => Uint8Array.from({ length: size }, () => random() * 256);

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}
/** The chunks of a file, their checksums looked at. */
function chunks(file: Uint8Array): Chunk[] {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length);
  assert.equal(bytes.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n');
  const found: Chunk[] = [];
  for (let at = 8; at < bytes.length;) {
    const size = bytes.readUInt32BE(at);
    const checked = bytes.subarray(at + 4, at + 8 + size);
    assert.equal(bytes.readUInt32BE(at + 8 + size), crc32(checked));
    found.push({ type: checked.toString('latin1', 0, 4), data: checked.subarray(4) });
    at += 12 + size;
  }
  return found;
}
function file(...parts: readonly Chunk[]): Uint8Array {
  const made = parts.map(({ type, data }) => {
    const part = Buffer.alloc(12 + data.length);
    part.writeUInt32BE(data.length);
    part.write(type, 4, 'latin1');
    data.copy(part, 8);
    part.writeUInt32BE(crc32(part.subarray(4, 8 + data.length)), 8 + data.length);
    return part;
  });
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...made]);
}

/** What a file without interlace has, its filters undone (PNG 9.2). */
function unfiltered(
  parts: readonly Chunk[],
  size: number,
  height: number,
  step: number,
): Uint8Array {
  const data = inflateSync(
    Buffer.concat(parts.filter(({ type }) => type === 'IDAT').map(({ data: one }) => one)),
  );
  const out = new Uint8Array(size * height);
  const at = (x: number, y: number): number => (x < 0 || y < 0 ? 0 : out[y * size + x]);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < size; x++) {
      const [left, up, corner] = [at(x - step, y), at(x, y - 1), at(x - step, y - 1)];
      const guess = left + up - corner;
      const [a, b, c] = [left, up, corner].map((one) => Math.abs(guess - one));
      const paeth = a <= b && a <= c ? left : b <= c ? up : corner;
      const filter = [0, left, up, (left + up) >> 1, paeth][data[y * (size + 1)]];
      out[y * size + x] = data[y * (size + 1) + 1 + x] + filter;
    }
  }
  return out;
}

const PALETTE = noise(768);
const sizes = isSmall ? [1, 7, 40] : [1, 2, 7, 33, 700];
for (const [name, colour, depths] of FORMS) {
  for (const depth of depths) {
    for (const width of sizes) {
      const height = width + 2;
      const size = rowSize(width, depth, colour);
      const pixels = noise(size * height);
      const used = (width * depth) % 8;
      // What is left of the last byte of a row is nobody's.
      if (used) for (let y = 1; y <= height; y++) pixels[y * size - 1] &= 0xff << (8 - used);
      const palette = colour === Colour.Palette ? PALETTE.subarray(0, 3 << depth) : null;
      const plain = write(width, height, depth, colour, pixels, false, 0, palette);
      const laced = write(width, height, depth, colour, pixels, true, 0, palette);
      const step = Math.max(1, size / width) | 0;
      assert.deepEqual(unfiltered(chunks(plain), size, height, step), pixels, `${name} ${depth}`);
      for (const one of [plain, laced]) {
        const back = rows(one);
        if (used) for (let y = 1; y <= height; y++) back[y * size - 1] &= 0xff << (8 - used);
        assert.deepEqual(back, pixels, `${name} ${depth}`);
      }
      const colours = rgba(plain);
      assert.deepEqual(colours, rgba(laced), `${name} ${depth}, as red, green, blue and alpha`);
      if (depth === 8 && colour === Colour.Rgba) assert.deepEqual(colours, pixels);
      if (depth === 8 && colour === Colour.Palette) {
        pixels.forEach((index, i) => {
          const wanted = [...PALETTE.subarray(index * 3, index * 3 + 3), 255];
          assert.deepEqual([...colours.subarray(i * 4, i * 4 + 4)], wanted);
        });
      }
    }
    console.log(`${name}, ${depth} bits: in rows and interlaced, as written`);
  }
}

const long = 'long '.repeat(100);
const texts = `Title\nA picture\nComment\n${long}`;
const alpha = Uint8Array.of(0, 128);
const picture = write(
  4,
  2,
  2,
  Colour.Palette,
  Uint8Array.of(0b00011011, 0b11100100),
  true,
  1 / 2.2,
  PALETTE.subarray(0, 12),
  alpha,
  texts,
);
console.log(describe(picture).replace(long, 'long …'));
console.log(
  chunks(picture)
    .map(({ type }) => type)
    .join(' '),
);
assert.deepEqual(
  [...rgba(picture)].filter((_, i) => i % 4 === 3),
  [0, 128, 255, 255, 255, 255, 128, 0],
);

// A file of our own making.
const header = Buffer.from([0, 0, 0, 2, 0, 0, 0, 1, 8, Colour.Grey, 0, 0, 0]);
const IHDR = { type: 'IHDR', data: header };
const IDAT = { type: 'IDAT', data: deflateSync(Buffer.from([0, 5, 250])) };
const IEND = { type: 'IEND', data: Buffer.alloc(0) };
assert.deepEqual([...rows(file(IHDR, IDAT, IEND))], [5, 250]);

function show(what: string, call: () => unknown): void {
  try {
    call();
    console.log(`${what} was accepted`);
  } catch (error) {
    console.log(`${what}: ${error}`);
  }
}
const good = write(16, 16, 8, Colour.Rgb, noise(768));
const changed = (at: number): Uint8Array =>
  good.map((byte, index) => (index === at ? byte ^ 1 : byte));
show('nothing', () => rows(new Uint8Array(0)));
show('a text', () => rows(new TextEncoder().encode('this is no image at all')));
show('a wrong checksum of the header', () => rows(changed(20)));
show('damaged pixels', () => rows(changed(200)));
show('half of a file', () => rows(good.subarray(0, good.length / 2)));
show('no pixels', () => rows(file(IHDR, IEND)));
show('an unknown chunk that is needed', () =>
  rows(file(IHDR, { type: 'NEED', data: header }, IDAT, IEND)),
);
show('3 bits', () =>
  rows(file({ type: 'IHDR', data: Buffer.from(header).fill(3, 8, 9) }, IDAT, IEND)),
);
show('3 bits written', () => write(8, 1, 3, Colour.Grey, new Uint8Array(3)));
show('no palette', () => write(1, 1, 8, Colour.Palette, new Uint8Array(1)));
show('width 0', () => write(0, 1, 8, Colour.Grey, new Uint8Array(0)));
show('too few bytes', () => write(2, 2, 8, Colour.Rgb, new Uint8Array(3)));
let failures = 0;
for (let at = 0; at < good.length; at += isSmall ? 7 : 1) {
  try {
    rows(good.subarray(0, at));
  } catch {
    failures++;
  }
}
assert.equal(failures, Math.ceil(good.length / (isSmall ? 7 : 1)));
console.log('a file cut anywhere is an error');
