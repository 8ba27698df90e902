// Base64, as examples/01-checksums/base64.ts.
#include "kernels.h"

static uint8_t encode_table[64];

__attribute__((constructor)) static void make_table(void) {
  for (int i = 0; i < 64; i++) {
    encode_table[i] =
        (uint8_t)(i < 26 ? 65 + i : i < 52 ? 71 + i : i < 62 ? i - 4 : i == 62 ? 43 : 47);
  }
}

void base64_encode(const uint8_t *data, size_t length, uint8_t *result) {
  size_t to = 0, from = 0;
  for (; from + 3 <= length; from += 3) {
    uint32_t bits = (uint32_t)data[from] << 16 | (uint32_t)data[from + 1] << 8 | data[from + 2];
    result[to] = encode_table[bits >> 18];
    result[to + 1] = encode_table[bits >> 12 & 63];
    result[to + 2] = encode_table[bits >> 6 & 63];
    result[to + 3] = encode_table[bits & 63];
    to += 4;
  }
  size_t rest = length - from;
  if (rest > 0) {
    uint32_t bits = (uint32_t)data[from] << 16 | (rest > 1 ? (uint32_t)data[from + 1] << 8 : 0);
    result[to] = encode_table[bits >> 18];
    result[to + 1] = encode_table[bits >> 12 & 63];
    result[to + 2] = rest > 1 ? encode_table[bits >> 6 & 63] : '=';
    result[to + 3] = '=';
  }
}
