'use mixmod';
import { i32 } from 'mixmod';
export function factorial(n: i32): i32 { return n < 2 ? 1 : n * factorial(n - 1); }
export function fibonacci(n: i32): i32 { return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2); }
// factorial(10) → 3628800
// factorial(13) → 1932053504
// fibonacci(20) → 6765
