'use mixmod';
// The Mandelbrot set as pixels, in pure RTypeScript.

/** Iterations until the orbit of c = x + iy leaves the circle of radius 2; `limit` if it does not. */
function escapeTime(x: number, y: number, limit: number): number {
  let re = 0;
  let im = 0;
  let count = 0;
  while (count < limit) {
    const re2 = re * re;
    const im2 = im * im;
    if (re2 + im2 > 4) break;
    im = 2 * re * im + y;
    re = re2 - im2 + x;
    count++;
  }
  return count;
}

/**
 * RGB bytes of `width` × `height` pixels around (centreX, centreY), `scale` units of the plane per pixel.
 * Each row begins with a zero byte: the filter byte of a PNG scanline.
 */
export function render(
  width: number,
  height: number,
  centreX: number,
  centreY: number,
  scale: number,
  limit: number,
): Uint8Array {
  const stride = width * 3 + 1;
  const pixels = new Uint8Array(stride * height);
  for (let row = 0; row < height; row++) {
    const y = centreY + (row - height / 2) * scale;
    for (let column = 0; column < width; column++) {
      const x = centreX + (column - width / 2) * scale;
      const count = escapeTime(x, y, limit);
      const at = row * stride + 1 + column * 3;
      if (count === limit) continue;
      const t = Math.sqrt(count / limit);
      pixels[at] = Math.floor(9 * (1 - t) * t * t * t * 255);
      pixels[at + 1] = Math.floor(15 * (1 - t) * (1 - t) * t * t * 255);
      pixels[at + 2] = Math.floor(8.5 * (1 - t) * (1 - t) * (1 - t) * t * 255);
    }
  }
  return pixels;
}
