// CRC-32 and Adler-32, as examples/01-checksums/checksums.ts.
#include "kernels.h"

static uint32_t crc_table[256];

__attribute__((constructor)) static void make_crc_table(void) {
  for (uint32_t n = 0; n < 256; n++) {
    uint32_t c = n;
    for (int k = 0; k < 8; k++) c = c & 1 ? c >> 1 ^ 0xedb88320 : c >> 1;
    crc_table[n] = c;
  }
}

uint32_t crc32(const uint8_t *data, size_t length, uint32_t crc) {
  uint32_t c = ~crc;
  for (size_t i = 0; i < length; i++) c = crc_table[(c ^ data[i]) & 255] ^ c >> 8;
  return ~c;
}

uint32_t adler32(const uint8_t *data, size_t length) {
  uint32_t a = 1, b = 0;
  for (size_t start = 0; start < length; start += 5552) {
    size_t end = start + 5552 < length ? start + 5552 : length;
    for (size_t i = start; i < end; i++) {
      a += data[i];
      b += a;
    }
    a %= 65521;
    b %= 65521;
  }
  return b << 16 | a;
}
