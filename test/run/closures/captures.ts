'use mixmod';
import { i32 } from 'mixmod';
function counter(start: number): () => number {
  let n = start;
  return () => n++;
}
export function counts(): number {
  const a = counter(10);
  const b = counter(100);
  a();
  b();
  return a() * 1000 + b() + a();
}
export function byValue(x: number): number {
  const y = x * 2;
  const f = (z: number) => x + y + z;
  return f(1) + f(2);
}
export function parameterAssigned(x: number): number {
  const add = (d: number) => {
    x += d;
  };
  add(1);
  add(2);
  return x;
}
export function assignedBefore(x: i32): i32 {
  let best: i32 = 0;
  if (x > 3) best = x;
  else best = 3;
  const f = () => best;
  return f() + f();
}
export function assignedAfter(x: i32): i32 {
  let a = x;
  const f = () => a;
  a = 7;
  return f();
}
export function nested(x: number): number {
  let total = 0;
  const outer = (k: number) => {
    const inner = (j: number) => {
      total += x + k + j;
      return total;
    };
    return inner(1) + inner(2);
  };
  return outer(10) + outer(20);
}
export function immediately(x: number): number {
  let y = 0;
  const z = (() => {
    y = x;
    return x + 1;
  })();
  (function () {
    y += z;
  })();
  return y;
}
export function shared(): number {
  let n = 0;
  const up = () => {
    n++;
  };
  const down = () => {
    n -= 10;
  };
  up();
  up();
  down();
  return n;
}
export function curried(a: number): number {
  const add = (x: number) => (y: number) => (z: number) => x + y + z + a;
  return add(1)(2)(3);
}
export function narrowing(): number {
  let x: number | null = 5;
  const clear = () => {
    x = null;
  };
  if (x !== null) {
    const before = x;
    clear();
    return before + x;
  }
  return -2;
}
export function inBlock(n: number): number {
  let sum = 0;
  {
    let k = n;
    const f = () => k * 2;
    k++;
    sum = f();
  }
  return sum;
}
// counts() → 11113
// byValue(3) → 21
// parameterAssigned(5) → 8
// assignedBefore(10) → 20
// assignedBefore(1) → 6
// assignedAfter(1) → 7
// nested(100) → 1144
// immediately(4) → 9
// shared() → -8
// curried(10) → 16
// narrowing() → TypeError: the value has become null or undefined since it was tested
// inBlock(4) → 10
