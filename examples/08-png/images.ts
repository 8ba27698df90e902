'use mixmod';
// PNG files in and out as bytes: what JavaScript can call.
import { f64, i32 } from 'mixmod';
import { decode, encode, Image } from './png.ts';
export { Colour } from './png.ts';

/** An image of the given form as a file. `texts`: keyword and text in turn, each on a line of its own. */
export function write(
  width: i32,
  height: i32,
  depth: i32,
  colour: i32,
  rows: Uint8Array,
  isInterlaced: boolean = false,
  gamma: f64 = 0,
  palette: Uint8Array | null = null,
  transparent: Uint8Array | null = null,
  texts: string = '',
): Uint8Array {
  const image = new Image();
  image.width = width;
  image.height = height;
  image.depth = depth;
  image.colour = colour;
  image.rows = rows;
  image.isInterlaced = isInterlaced;
  image.gamma = gamma;
  if (palette !== null) image.palette = palette;
  if (transparent !== null) image.transparent = transparent;
  if (texts !== '') for (const text of texts.split('\n')) image.texts.push(text);
  return encode(image);
}

/** How many bytes a row has. */
export function rowSize(width: i32, depth: i32, colour: i32): i32 {
  const image = new Image();
  image.width = width;
  image.depth = depth;
  image.colour = colour;
  return image.rowSize;
}

/** The rows of the file as they are. */
export function rows(file: Uint8Array): Uint8Array {
  return decode(file).rows;
}
/** The file's pixels, four bytes each. */
export function rgba(file: Uint8Array): Uint8Array {
  return decode(file, true).rows;
}
/** All but the pixels. */
export function describe(file: Uint8Array): string {
  const image = decode(file);
  const { width, height, depth, colour, isInterlaced, gamma, palette, transparent } = image;
  return `${width} x ${height}, ${depth} bits, colour ${colour}, ${isInterlaced ? 'interlaced' : 'in rows'}, gamma ${gamma}, ${
    palette.length / 3
  } colours, ${transparent.length} with alpha, [${image.texts.join(' | ')}]`;
}
