'use mixmod';
const a = one();
function one(): number { return a + 1; }
const b = two(); // error RTS2017: the value of b depends on itself
function two() { return b; }
export function f(): number { return a; }
