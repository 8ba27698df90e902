'use mixmod';
import { i32 } from 'mixmod';
export function fib(n: i32): i32 {
  const go = (k: i32): i32 => (k < 2 ? k : go(k - 1) + go(k - 2));
  return go(n);
}
export function factorial(n: number): number {
  return fact(n);
  function fact(k: number): number {
    return k <= 1 ? 1 : k * fact(k - 1);
  }
}
export function parity(n: i32): boolean {
  function even(k: i32): boolean {
    return k === 0 ? true : odd(k - 1);
  }
  function odd(k: i32): boolean {
    return k === 0 ? false : even(k - 1);
  }
  return even(n);
}
export function parityOfConstants(n: i32): boolean {
  const even = (k: i32): boolean => (k === 0 ? true : odd(k - 1));
  const odd = (k: i32): boolean => (k === 0 ? false : even(k - 1));
  return even(n);
}
export function tooEarly(): number {
  const f = (): number => x + 1;
  const y = f();
  const x = 5;
  return x + y;
}
export function inTime(): number {
  const f = () => x + 1;
  const x = 5;
  return f();
}
export function hoisted(n: number): number {
  const board = n * 2;
  let moves = 0;
  const result = place(3);
  return result + moves;
  function place(k: number): number {
    moves++;
    return k === 0 ? board : place(k - 1);
  }
}
export function named(n: number): number {
  const f = function down(k: number): number {
    return k <= 0 ? 0 : 1 + down(k - 1);
  };
  return f(n);
}
export function deep(n: number): number {
  const outer = (k: number): number => {
    const inner = (j: number): number => (j <= 0 ? 0 : outer(j - 1) + 1);
    return inner(k);
  };
  return outer(n);
}
// fib(15) → 610
// factorial(5) → 120
// parity(7) → false
// parity(10) → true
// parityOfConstants(7) → false
// parityOfConstants(10) → true
// tooEarly() → ReferenceError: Cannot access 'x' before initialization
// inTime() → 6
// hoisted(4) → 12
// named(6) → 6
// deep(5) → 5
