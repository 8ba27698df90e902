// Blurs a picture in bands, each on a thread of its own, while this thread goes on.
import assert from 'node:assert/strict';
import { blur, blurNow, measure } from './blur.ts';

const [width, height] = process.env.MIXMOD_EXAMPLES === 'small' ? [400, 200] : [4000, 2000];
const bands = 4;
const radius = 20;

const picture = new Uint8Array(width * height);
for (let i = 0; i < picture.length; i++) picture[i] = (i * i + (i >> 3)) & 255;
const expected = blurNow({ width, pixels: picture }, radius).pixels;

// Each band is a buffer of its own, which goes to the function without a copy.
const rows = height / bands;
const parts = Array.from({ length: bands }, () => 0);
const blurred = await Promise.all(
  parts.map((_, band) => {
    const pixels = picture.slice(band * rows * width, (band + 1) * rows * width);
    return blur({ width, pixels }, radius, {
      transfer: [pixels.buffer],
      progress: (part) => (parts[band] = part),
    });
  }),
);
assert.equal(Buffer.compare(Buffer.concat(blurred.map((band) => band.pixels)), expected), 0);
console.log(`${bands} bands: every pixel as on one thread`);
console.log(`progress: ${parts.join(', ')}`);

// Nobody wants this one any more.
const controller = new AbortController();
const unwanted = blur({ width, pixels: picture }, width, { signal: controller.signal });
controller.abort(new Error('the window was closed'));
await unwanted.catch((error: Error) => console.log(`aborted: ${error.message}`));

// What is thrown, wrong arguments too, rejects the promise.
await blur({ width, pixels: [1, 2] as never }, radius).catch((error: Error) =>
  console.log(error.message),
);
await blur({ width: 0.5, pixels: picture.subarray(0, 1) }, radius).catch((error: Error) =>
  console.log(`${error.name}: ${error.message}`),
);
console.log(await measure('texts and records cross, too'));
