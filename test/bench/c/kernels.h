// The kernels of the benchmark in C: the algorithms of the RTypeScript sources, line by line. addon.c calls them.
#include <stddef.h>
#include <stdint.h>

void sha256(const uint8_t *data, size_t length, uint8_t digest[32]);
uint32_t crc32(const uint8_t *data, size_t length, uint32_t crc);
uint32_t adler32(const uint8_t *data, size_t length);
// `result` has room for (length + 2) / 3 * 4 bytes.
void base64_encode(const uint8_t *data, size_t length, uint8_t *result);
// `pixels` has room for (width * 3 + 1) * height bytes that are 0.
void mandelbrot(uint32_t width, uint32_t height, double centre_x, double centre_y, double scale,
                uint32_t limit, uint8_t *pixels);
// `results` has 5 numbers a column. The number of data lines.
size_t column_statistics(const uint8_t *data, size_t length, uint8_t separator, double *results,
                         size_t result_length);
double sum(const double *values, size_t length);
void add_to_all(int32_t *values, size_t length, int32_t k);
uint32_t count_primes(uint32_t limit);
void multiply(const double *a, const double *b, double *result, size_t n);
int32_t fibonacci(int32_t n);
double fibonacci_of_number(double n);
