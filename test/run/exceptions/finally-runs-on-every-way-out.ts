'use mixmod';
import { i32 } from 'mixmod';
let trace: number = 0;
function step(n: i32): void { trace = trace * 10 + n; }
function fail(a: i32): i32 { return 1 / a; }
export function way(kind: i32): number {
  trace = 0;
  for (let i: i32 = 0; i < 2; i++) {
    step(1);
    try {
      step(2);
      if (kind === 1) continue;
      if (kind === 2) break;
      if (kind === 3) return trace;
      if (kind === 4) fail(0);
      step(3);
    } finally {
      step(4);
    }
    step(5);
  }
  step(6);
  return trace;
}
export function traced(): number { return trace; }
export function overrides(kind: i32): i32 {
  try {
    if (kind === 0) return 1;
    fail(0);
  } finally {
    if (kind < 2) return 7;
  }
  return 8;
}
export function swallows(): i32 {
  let rounds: i32 = 0;
  for (;;) {
    try {
      rounds++;
      fail(0);
    } finally {
      if (rounds < 3) continue;
      break;
    }
  }
  return rounds;
}
export function keepsTheValue(a: i32): i32 {
  let n = a;
  try {
    return n;
  } finally {
    n += 100;
    trace = n;
  }
}
export function labelled(kind: i32): number {
  trace = 0;
  outer: for (let i: i32 = 0; i < 2; i++) {
    try {
      for (let k: i32 = 0; k < 2; k++) {
        try {
          if (kind === 0) continue outer;
          if (kind === 1) break outer;
          step(1);
        } finally {
          step(2);
        }
      }
    } finally {
      step(3);
    }
  }
  return trace;
}
// way(0) → 12345123456
// way(1) → 1241246
// way(2) → 1246
// way(3) → 12
// traced() → 124
// way(4) → RangeError: division by zero
// traced() → 124
// overrides(0) → 7
// overrides(1) → 7
// overrides(2) → RangeError: division by zero
// swallows() → 3
// keepsTheValue(5) → 5
// traced() → 105
// labelled(0) → 2323
// labelled(1) → 23
// labelled(2) → 1212312123
