'use mixmod';
import { i32 } from 'mixmod';
enum Color { Red, Green, Blue = 10, Black }
export function color(i: i32): number {
  switch (i) {
    case 0: return Color.Red;
    case 1: return Color.Green;
    case 2: return Color.Blue;
    default: return Color.Black;
  }
}
// color(0) → 0
// color(1) → 1
// color(2) → 10
// color(3) → 11
