// The primes up to 5000, as sieve.ts.
#include "programs.h"
#include <cstdint>
#include <vector>

namespace {

// A byte each: a vector of bool would pack them into bits.
int count_primes(std::vector<std::uint8_t> &is_prime, int size) {
  int count = 0;
  for (int i = 2; i <= size; i++) {
    if (!is_prime[i - 1]) continue;
    count++;
    for (int multiple = i + i; multiple <= size; multiple += i) is_prime[multiple - 1] = 0;
  }
  return count;
}

} // namespace

bool sieve(int inner_iterations) {
  for (int i = 0; i < inner_iterations; i++) {
    std::vector<std::uint8_t> is_prime(5000, 1);
    if (count_primes(is_prime, 5000) != 669) return false;
  }
  return true;
}
