'use mixmod';
// Arrays are copied, both ways.
import { type i32 } from 'mixmod';
type Item = number | string | boolean | null;
export function same(items: Item[]): Item[] { return items; }
export function at(items: Item[], index: i32): Item { return items[index]; }
export function numbers(items: number[]): number[] { return items.map((one) => one * 2); }
export function zeros(length: i32): number[] { return new Array<number>(length).fill(0); }
export function total(items: readonly number[]): number { let sum = 0; for (const one of items) sum += one; return sum; }
export function deep(items: number[][][]): number { return items.flat().flat().length; }
// a = [1, 'x', true, null], same(a) → [ 1, 'x', true, null ]
// same(a) === a → false
// at(a, 1) → 'x'
// at(a, 4) → RangeError: index 4 is out of range for length 4
// at(a, -1) → RangeError: index -1 is out of range for length 4
// same([{}]) → TypeError: same: argument 1 (items)[0] must be a number, a string, a boolean or null, got Object
// numbers([1, 2, 3]) → [ 2, 4, 6 ]
// (numbers(a2 = [1]), a2) → [ 1 ]
// Array.isArray(numbers([])) → true
// zeros(3) → [ 0, 0, 0 ]
// zeros(-1) → RangeError: Invalid array length
// total([0.1, 0.2]) → 0.30000000000000004
// total(Object.freeze([1, 2])) → 3
// total(new (class extends Array {})(1, 2, 3)) → 6
// total(new Proxy([1, 2], {})) → 3
// total([, 1]) → TypeError: total: argument 1 (items)[0] must be a number, got undefined
// total(Array.from({ length: 100_000 }, (_, i) => i)) → 4999950000
// total(Object.assign([1, 2], { extra: 'ignored' })) → 3
// total({ length: 1, 0: 1 }) → TypeError: total: argument 1 (items) must be an array, got Object
// shared = [1], deep([[shared, shared], []]) → 2
// deep([]) → 0
