'use mixmod';
import { i32 } from 'mixmod';
enum Op { Add, Subtract, Multiply }
function apply(op: Op, a: i32, b: i32): i32 {
  switch (op) {
    case Op.Add: return a + b;
    case Op.Subtract: return a - b;
    case Op.Multiply: return a * b;
  }
  return 0;
}
export function run(a: i32, b: i32): i32 { return apply(Op.Add, a, b) * 10000 + apply(Op.Subtract, a, b) * 100 + apply(Op.Multiply, a, b); }
// run(7, 3) → 100421
