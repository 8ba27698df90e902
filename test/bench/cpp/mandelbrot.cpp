// Points that leave the circle, packed into bytes, as mandelbrot.ts.
#include "programs.h"

namespace {

bool escapes(double cr, double ci) {
  double zr = 0, zi = 0, zr_squared = 0, zi_squared = 0;
  for (int step = 0; step < 50; step++) {
    zr = zr_squared - zi_squared + cr;
    zi = 2 * zr * zi + ci;
    zr_squared = zr * zr;
    zi_squared = zi * zi;
    if (zr_squared + zi_squared > 4) return true;
  }
  return false;
}

int checksum(int size) {
  int sum = 0, byte = 0, bits = 0;
  for (int y = 0; y < size; y++) {
    const double ci = 2.0 * y / size - 1;
    for (int x = 0; x < size; x++) {
      const double cr = 2.0 * x / size - 1.5;
      byte = byte << 1 | escapes(cr, ci);
      bits++;
      if (bits < 8 && x < size - 1) continue;
      sum ^= byte << (8 - bits);
      byte = 0;
      bits = 0;
    }
  }
  return sum;
}

} // namespace

bool mandelbrot(int inner_iterations) {
  const int sum = checksum(inner_iterations);
  if (inner_iterations == 750) return sum == 50;
  if (inner_iterations == 500) return sum == 191;
  return inner_iterations == 1 && sum == 128;
}
