'use mixmod';
// Functions that cross both ways, and functions on other threads.
import { i32, offthread, type u8 } from 'mixmod';
interface Item { name: string; price: number }
type Pair = [i32, string];

export function call(f: (x: i32) => i32): i32 { return f(1); }
export function each(items: Item[], f: (item: Item, index: i32) => void): void { for (let i: i32 = 0; i < items.length; i++) f(items[i], i); }
export function text(f: () => string): string { return f(); }
export function bytes(f: () => Uint8Array): number { return f().length; }
export function item(f: () => Item): string { return f().name; }
export function items(f: () => Item[]): number { return f().length; }
export function pair(f: () => Pair): i32 { return f()[0]; }
export function maybe(f: () => number | null): number { return f() ?? -1; }
export function nothing(f: () => void): void { f(); }
export function maker(f: () => (x: u8) => u8): u8 { return f()(3); }
export function table(f: () => Map<string, u8>): number { return f().size; }
export function caught(f: () => i32): string { try { return String(f()); } catch (error) { return error instanceof Error ? `${error.name}: ${error.message}` : ''; } }
export function adder(step: i32): (n: i32, item?: Item) => i32 { return (n) => n + step; }
export function handlers(all: Map<string, (x: number) => number>): number { return all.size; }
export function options(o: { onEnd?: (code: i32) => void; retries: u8 }): void { if (o.onEnd) o.onEnd(0); }
export class Button {
  onClick: ((x: i32) => boolean) | null = null;
  constructor(public label: string) {}
  click(x: i32): boolean { return this.onClick === null ? false : this.onClick(x); }
}
export const total = offthread((data: Uint8Array, items: Item[], scale: u8): number => {
  let sum = 0;
  for (const one of items) sum += one.price;
  return sum * scale + data.length;
});

// call((x) => x + 1) → 2
// call() → TypeError: call: argument 1 (f) must be a function, got undefined
// call({}) → TypeError: call: argument 1 (f) must be a function, got Object
// call(() => '1') → TypeError: callback: the result must be an i32 (an integer from -2147483648 to 2147483647), got string
// call(() => 0.5) → RangeError: callback: the result must be an i32 (an integer from -2147483648 to 2147483647), got 0.5
// call(async () => 1) → TypeError: callback: the result must be an i32 (an integer from -2147483648 to 2147483647), got Promise
// each([{ name: 'a', price: 1 }], () => 1) → undefined
// each([{ name: 'a', price: 1 }, { name: 'b' }], () => 1) → TypeError: each: argument 1 (items)[1].price must be a number, got undefined
// each([{ name: 'a', price: 1 }], null) → TypeError: each: argument 2 (f) must be a function, got null
// text(() => 'a') → 'a'
// text(() => 1) → TypeError: callback: the result must be a string, got number
// bytes(() => new Uint8Array(3)) → 3
// bytes(() => [1]) → TypeError: callback: the result must be a Uint8Array, got Array
// bytes(() => new Uint8Array(new SharedArrayBuffer(1))) → TypeError: callback: the result must be a Uint8Array, got Uint8Array on a SharedArrayBuffer
// item(() => ({ name: 'a', price: 1 })) → 'a'
// item(() => ({ name: 'a' })) → TypeError: callback: the result.price must be a number, got undefined
// item(() => null) → TypeError: callback: the result must be an object, got null
// items(() => [{ name: 'a', price: 1 }]) → 1
// items(() => [{ name: 'a', price: 1 }, { name: 1, price: 1 }]) → TypeError: callback: the result[1].name must be a string, got number
// pair(() => [1, 'a']) → 1
// pair(() => [1]) → TypeError: callback: the result must be an array of 2 items, got Array
// pair(() => [1, 2]) → TypeError: callback: the result[1] must be a string, got number
// maybe(() => null) → -1
// maybe(() => undefined) → TypeError: callback: the result must be a number or null, got undefined
// nothing(() => 'ignored') → undefined
// maker(() => (x) => x) → 3
// maker(() => 3) → TypeError: callback: the result must be a function, got number
// maker(() => () => 256) → RangeError: callback: the result must be a u8 (an integer from 0 to 255), got 256
// table(() => new Map([['a', 1]])) → 1
// table(() => new Map([['a', 1], ['b', -1]])) → RangeError: callback: the result[value 1] must be a u8 (an integer from 0 to 255), got -1
// caught(() => 1) → '1'
// caught(() => '1') → 'TypeError: callback: the result must be an i32 (an integer from -2147483648 to 2147483647), got string'
// caught(() => 2 ** 31) → 'RangeError: callback: the result must be an i32 (an integer from -2147483648 to 2147483647), got 2147483648'
// add = adder(1), add(1) → 2
// add('1') → TypeError: (i32, { name: string; price: number } | undefined) => i32: argument 1 (a) must be an i32 (an integer from -2147483648 to 2147483647), got string
// add(2 ** 31) → RangeError: (i32, { name: string; price: number } | undefined) => i32: argument 1 (a) must be an i32 (an integer from -2147483648 to 2147483647), got 2147483648
// add(1, { name: 'a', price: null }) → TypeError: (i32, { name: string; price: number } | undefined) => i32: argument 2 (b).price must be a number, got null
// adder(1.5) → RangeError: adder: argument 1 (step) must be an i32 (an integer from -2147483648 to 2147483647), got 1.5
// handlers(new Map([['a', (x) => x]])) → 1
// handlers(new Map([['a', (x) => x], ['b', 'c']])) → TypeError: handlers: argument 1 (all)[value 1] must be a function, got string
// options({ retries: 1 }) → undefined
// options({ retries: 1, onEnd: () => {} }) → undefined
// options({ retries: 1, onEnd: 'x' }) → TypeError: options: argument 1 (o).onEnd must be a function or undefined, got string
// options({ retries: 256, onEnd: () => {} }) → RangeError: options: argument 1 (o).retries must be a u8 (an integer from 0 to 255), got 256
// options({ retries: 1, onEnd: null }) → TypeError: options: argument 1 (o).onEnd must be a function or undefined, got null
// b = new Button('a') → Button {}
// b.onClick = (x) => x > 0, b.click(1) → true
// b.onClick = 3 → TypeError: Button.onClick: argument 1 (value) must be a function or null, got number
// b.onClick = () => 1, b.click(1) → TypeError: callback: the result must be a boolean, got number
// b.onClick = null, b.click(1) → false
// b.click('1') → TypeError: Button.click: argument 1 (x) must be an i32 (an integer from -2147483648 to 2147483647), got string
// total(Uint8Array.of(1), [{ name: 'a', price: 2 }], 3) → 7
// total([], [], 3) → TypeError: total: argument 1 (data) must be a Uint8Array, got Array
// total(Uint8Array.of(1), [{ name: 'a', price: '2' }], 3) → TypeError: total: argument 2 (items)[0].price must be a number, got string
// total(Uint8Array.of(1), [], 256) → RangeError: total: argument 3 (scale) must be a u8 (an integer from 0 to 255), got 256
// total(new Uint8Array(new SharedArrayBuffer(1)), [], 1) → TypeError: total: argument 1 (data) must be a Uint8Array, got Uint8Array on a SharedArrayBuffer
// total(Uint8Array.of(1), [], 1, 5) → TypeError: total: argument 4 (options) must be an object, got number
// total(Uint8Array.of(1), [], 1, { signal: {} }) → TypeError: total: argument 4 (options).signal must be an AbortSignal, got Object
// total(Uint8Array.of(1), [], 1, { progress: 1 }) → TypeError: total: argument 4 (options).progress must be a function, got number
// total(Uint8Array.of(1), [], 1, { transfer: [1] }) → TypeError: total: argument 4 (options).transfer[0] must be an ArrayBuffer, got number
// total() → TypeError: total: argument 1 (data) must be a Uint8Array, got undefined
