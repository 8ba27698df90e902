// Loops over arrays, the sieve, the product of matrices, and calls: as arrays.ts, sieve.ts, matrix.ts and calls.ts.
#include <stdlib.h>
#include <string.h>
#include "kernels.h"

double sum(const double *values, size_t length) {
  double total = 0;
  for (size_t i = 0; i < length; i++) total += values[i];
  return total;
}

void add_to_all(int32_t *values, size_t length, int32_t k) {
  for (size_t i = 0; i < length; i++) values[i] = (int32_t)((uint32_t)values[i] + (uint32_t)k);
}

uint32_t count_primes(uint32_t limit) {
  uint8_t *composite = calloc(limit, 1);
  uint32_t count = 0;
  for (uint32_t i = 2; i < limit; i++) {
    if (composite[i]) continue;
    count++;
    for (uint64_t j = (uint64_t)i * i; j < limit; j += i) composite[j] = 1;
  }
  free(composite);
  return count;
}

void multiply(const double *a, const double *b, double *result, size_t n) {
  memset(result, 0, n * n * sizeof *result);
  for (size_t i = 0; i < n; i++) {
    for (size_t k = 0; k < n; k++) {
      double factor = a[i * n + k];
      for (size_t j = 0; j < n; j++) result[i * n + j] += factor * b[k * n + j];
    }
  }
}

int32_t fibonacci(int32_t n) { return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2); }

double fibonacci_of_number(double n) {
  return n < 2 ? n : fibonacci_of_number(n - 1) + fibonacci_of_number(n - 2);
}
