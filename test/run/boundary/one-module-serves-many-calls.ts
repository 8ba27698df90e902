'use mixmod';
let sum = 0;
export function add(x: number): void { sum += x; }
export function get(): number { return sum; }
// Array.from({ length: 10000 }, (_, i) => add(i)).length → 10000
// get() → 49995000
