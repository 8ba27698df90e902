'use mixmod';
export { square, LIMIT as limit } from './lib/square.ts';
// square(7) → 49
// limit → 1000
// square('7') → TypeError: square: argument 1 (a) must be an i32 (an integer from -2147483648 to 2147483647), got string
