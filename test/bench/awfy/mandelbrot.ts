'use mixmod';
// Mandelbrot: which points of a square leave the circle, packed into bytes. Arithmetic of numbers, no objects at all.

function escapes(cr: number, ci: number): boolean {
  let zr = 0;
  let zi = 0;
  let zrSquared = 0;
  let ziSquared = 0;
  for (let step = 0; step < 50; step++) {
    zr = zrSquared - ziSquared + cr;
    zi = 2 * zr * zi + ci;
    zrSquared = zr * zr;
    ziSquared = zi * zi;
    if (zrSquared + ziSquared > 4) return true;
  }
  return false;
}

function checksum(size: number): number {
  let sum = 0;
  let byte = 0;
  let bits = 0;
  for (let y = 0; y < size; y++) {
    const ci = (2 * y) / size - 1;
    for (let x = 0; x < size; x++) {
      const cr = (2 * x) / size - 1.5;
      byte = (byte << 1) | (escapes(cr, ci) ? 1 : 0);
      bits++;
      if (bits < 8 && x < size - 1) continue;
      sum ^= byte << (8 - bits);
      byte = 0;
      bits = 0;
    }
  }
  return sum;
}

/** The size of the picture is the number of inner iterations; false where no result is known. */
export function run(innerIterations: number): boolean {
  const sum = checksum(innerIterations);
  if (innerIterations === 750) return sum === 50;
  if (innerIterations === 500) return sum === 191;
  return innerIterations === 1 && sum === 128;
}
