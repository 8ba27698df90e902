'use mixmod';
// Calls: of a function by itself, and across the boundary from JavaScript.
import { i32 } from 'mixmod';

export function fibonacci(n: i32): i32 {
  return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

/** The same on plain numbers. */
export function fibonacciOfNumber(n: number): number {
  return n < 2 ? n : fibonacciOfNumber(n - 1) + fibonacciOfNumber(n - 2);
}

export function add(a: i32, b: i32): i32 {
  return a + b;
}
