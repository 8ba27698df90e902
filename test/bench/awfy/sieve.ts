'use mixmod';
// Sieve: the primes up to 5000, in an array of booleans.

function countPrimes(isPrime: boolean[], size: number): number {
  let count = 0;
  for (let i = 2; i <= size; i++) {
    if (!isPrime[i - 1]) continue;
    count++;
    for (let multiple = i + i; multiple <= size; multiple += i) isPrime[multiple - 1] = false;
  }
  return count;
}

export function run(innerIterations: number): boolean {
  for (let i = 0; i < innerIterations; i++) {
    if (countPrimes(new Array<boolean>(5000).fill(true), 5000) !== 669) return false;
  }
  return true;
}
