'use mixmod';
// As those of an async function: nothing is thrown by the call itself.
import { i32, offthread } from 'mixmod';
interface Point { x: number; y?: number }
export const add = offthread((a: i32, p: Point[], b?: number): number => a + p.length + (b ?? 0));
export const bytes = offthread((data: Uint8Array): number => data.length);
// add('1', []) → TypeError: add: argument 1 (a) must be an i32 (an integer from -2147483648 to 2147483647), got string
// add(1.5, []) → RangeError: add: argument 1 (a) must be an i32 (an integer from -2147483648 to 2147483647), got 1.5
// add(1, [{ x: 1 }, { x: null }]) → TypeError: add: argument 2 (p)[1].x must be a number, got null
// add(1, [], 'x') → TypeError: add: argument 3 (b) must be a number, got string
// add(1, [{ x: 1 }], undefined) → 2
// add(1, [{ x: 1 }], 5) → 7
// add(1, [{ x: 1, y: 2 }], 5, { other: 1 }) → 7
// add(1, [], 5, 6) → TypeError: add: argument 4 (options) must be an object, got number
// add(1, [], 5, null) → TypeError: add: argument 4 (options) must be an object, got null
// add(1, [], 5, { signal: {} }) → TypeError: add: argument 4 (options).signal must be an AbortSignal, got Object
// add(1, [], 5, { progress: 1 }) → TypeError: add: argument 4 (options).progress must be a function, got number
// bytes([1]) → TypeError: bytes: argument 1 (data) must be a Uint8Array, got Array
// bytes(new Uint8Array(new SharedArrayBuffer(1))) → TypeError: bytes: argument 1 (data) must be a Uint8Array, got Uint8Array on a SharedArrayBuffer
// bytes(new Uint8Array(1), { transfer: 1 }) → TypeError: bytes: argument 2 (options).transfer must be an array, got number
// bytes(new Uint8Array(1), { transfer: [1] }) → TypeError: bytes: argument 2 (options).transfer[0] must be an ArrayBuffer, got number
