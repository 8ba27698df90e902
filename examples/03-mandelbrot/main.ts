// Draws the Mandelbrot set with the compiled module: as characters to the terminal, and in colour to out/mandelbrot.png.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { render } from './mandelbrot.ts';
import { encodePng } from './png.ts';

const SHADES = ' .:-=+*%#@';
const columns = 78;
const rows = 30;

// Characters are twice as high as wide: every other row of the picture is shown.
const small = render(columns, rows * 2, -0.7, 0, 3 / columns, 200);
for (let row = 0; row < rows * 2; row += 2) {
  let line = '';
  for (let column = 0; column < columns; column++) {
    const at = row * (columns * 3 + 1) + 1 + column * 3;
    const brightness = Math.max(small[at], small[at + 1], small[at + 2]);
    line += SHADES[Math.floor((brightness / 256) * SHADES.length)];
  }
  console.log(line.trimEnd());
}

const [width, height] = process.env.MIXMOD_EXAMPLES === 'small' ? [300, 200] : [1500, 1000];
const limit = 1000;
const scale = 3.2 / width;
const pixels = render(width, height, -0.65, 0, scale, limit);

// The same picture in plain JavaScript: every channel of every pixel must be the same.
const stride = width * 3 + 1;
const expected = new Uint8Array(stride * height);
for (let row = 0; row < height; row++) {
  for (let column = 0; column < width; column++) {
    const x = -0.65 + (column - width / 2) * scale;
    const y = (row - height / 2) * scale;
    const count = iterations(x, y);
    if (count < limit)
      expected.set(colour(Math.sqrt(count / limit)), row * stride + 1 + column * 3);
  }
}
assert.equal(Buffer.compare(pixels, expected), 0);

const folder = new URL('out/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('mandelbrot.png', folder), encodePng(width, height, pixels));
console.log('\nout/mandelbrot.png: every pixel is that of plain JavaScript');

function iterations(x: number, y: number): number {
  let [re, im] = [0, 0];
  for (let count = 0; count < limit; count++) {
    if (re * re + im * im > 4) return count;
    const next = re * re - im * im + x;
    im = 2 * re * im + y;
    re = next;
  }
  return limit;
}

function colour(t: number): readonly number[] {
  const u = 1 - t;
  return [9 * u * t * t * t, 15 * u * u * t * t, 8.5 * u * u * u * t].map((value) =>
    Math.floor(value * 255),
  );
}
