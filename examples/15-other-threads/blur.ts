'use mixmod';
// A box blur of grey pixels, for callers that wait and for those that do not.
import { aborted, offthread, progress } from 'mixmod';

/** Rows of a picture: bytes, `width` to a row. */
export interface Band {
  width: number;
  pixels: Uint8Array;
}

/** Each pixel becomes the mean of those that are at most `radius` beside it in its row. */
function blurRows(band: Band, radius: number): Band {
  const { width, pixels } = band;
  const rows = pixels.length / width;
  const blurred = new Uint8Array(pixels.length);
  for (let row = 0; row < rows; row++) {
    if (aborted()) break;
    const start = row * width;
    for (let x = 0; x < width; x++) {
      const from = Math.max(0, x - radius);
      const to = Math.min(width - 1, x + radius);
      let sum = 0;
      for (let i = from; i <= to; i++) sum += pixels[start + i];
      blurred[start + x] = Math.round(sum / (to - from + 1));
    }
    progress((row + 1) / rows);
  }
  return { width, pixels: blurred };
}

export { blurRows as blurNow };
export const blur = offthread(blurRows);

/** How many of the words a text has; with its longest one. */
export const measure = offthread((text: string): { words: number; longest: string } => {
  let longest = '';
  const words = text.split(' ').filter((word) => word !== '');
  for (const word of words) if (word.length > longest.length) longest = word;
  return { words: words.length, longest };
});
