'use mixmod';
import { i32 } from 'mixmod';
function sum(functions: (() => number)[]): number {
  let total = 0;
  let weight = 1;
  for (const f of functions) {
    total += f() * weight;
    weight *= 10;
  }
  return total;
}
export function eachRoundItsOwn(): number {
  const functions: (() => number)[] = [];
  for (let i = 1; i < 4; i++) functions.push(() => i);
  return sum(functions);
}
export function assignedInTheBody(): number {
  const functions: (() => number)[] = [];
  for (let i = 1; i < 9; i++) {
    functions.push(() => i);
    if (i === 4) continue;
    i++;
  }
  return sum(functions);
}
export function assignedByTheClosure(): number {
  const functions: (() => number)[] = [];
  for (let i = 0; i < 3; i++) functions.push(() => ++i);
  return sum(functions) * 1000 + sum(functions);
}
export function inTheStep(): number {
  const functions: (() => number)[] = [];
  for (let i = 0; i < 3; functions.push(() => i), i++) {}
  return sum(functions);
}
export function inTheTest(): number {
  const functions: (() => number)[] = [];
  for (let i = 1; functions.push(() => i) < 4; i++) {
    if (i === 2) continue;
  }
  return sum(functions);
}
export function severalVariables(n: i32): number {
  const functions: (() => number)[] = [];
  outer: for (let i: i32 = 0, j = n; i < j; i++, j--) {
    for (let k = 0; k < 2; k++) {
      if (k === 1 && i === 1) continue outer;
      functions.push(() => i * j + k);
    }
  }
  return sum(functions);
}
export function ofArrays(): number {
  const functions: (() => number)[] = [];
  for (const x of [3, 1, 2]) functions.push(() => x);
  for (let x of [5, 6]) {
    functions.push(() => x);
    x++;
  }
  return sum(functions);
}
export function whileLoops(): number {
  const functions: (() => number)[] = [];
  let n = 0;
  while (n < 3) {
    const m = n * 2;
    let k = m;
    functions.push(() => m + n + k);
    k = 1;
    n++;
  }
  return sum(functions);
}
export function breaks(): number {
  const functions: (() => number)[] = [];
  for (let i = 0; ; i++) {
    if (i > 2) break;
    functions.push(() => i);
  }
  return sum(functions);
}
// eachRoundItsOwn() → 321
// assignedInTheBody() → 8642
// assignedByTheClosure() → 321432
// inTheStep() → 321
// inTheTest() → 4321
// severalVariables(6) → 98510
// ofArrays() → 76213
// whileLoops() → 864
// breaks() → 210
