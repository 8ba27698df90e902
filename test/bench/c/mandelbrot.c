// The Mandelbrot set, as examples/03-mandelbrot/mandelbrot.ts.
#include <math.h>
#include "kernels.h"

static uint32_t escape_time(double x, double y, uint32_t limit) {
  double re = 0, im = 0;
  uint32_t count = 0;
  while (count < limit) {
    double re2 = re * re, im2 = im * im;
    if (re2 + im2 > 4) break;
    im = 2 * re * im + y;
    re = re2 - im2 + x;
    count++;
  }
  return count;
}

void mandelbrot(uint32_t width, uint32_t height, double centre_x, double centre_y, double scale,
                uint32_t limit, uint8_t *pixels) {
  size_t stride = (size_t)width * 3 + 1;
  for (uint32_t row = 0; row < height; row++) {
    double y = centre_y + (row - height / 2.0) * scale;
    for (uint32_t column = 0; column < width; column++) {
      double x = centre_x + (column - width / 2.0) * scale;
      uint32_t count = escape_time(x, y, limit);
      if (count == limit) continue;
      uint8_t *at = pixels + row * stride + 1 + column * 3;
      double t = sqrt((double)count / limit);
      at[0] = (uint8_t)floor(9 * (1 - t) * t * t * t * 255);
      at[1] = (uint8_t)floor(15 * (1 - t) * (1 - t) * t * t * 255);
      at[2] = (uint8_t)floor(8.5 * (1 - t) * (1 - t) * (1 - t) * t * 255);
    }
  }
}
