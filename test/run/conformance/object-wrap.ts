'use mixmod';
// Objects of the program that JavaScript has: made by `new`, made by a function, given to functions.
import { type i32 } from 'mixmod';
export class MyObject {
  #value: number;
  static made: i32 = 0;
  constructor(value: number = 0) { this.#value = value; MyObject.made++; }
  get value(): number { return this.#value; }
  set value(value: number) { this.#value = value; }
  get readonly(): number { return this.#value; }
  plusOne(): number { this.#value += 1; return this.#value; }
  multiply(by: number = 1): MyObject { return new MyObject(this.#value * by); }
  static isEqual(a: MyObject, b: MyObject): boolean { return a.#value === b.#value; }
}
export function create(value: number): MyObject { return new MyObject(value); }
export function add(a: MyObject, b: MyObject): number { return a.value + b.value; }
export function largest(all: MyObject[]): MyObject | null { let best: MyObject | null = null; for (const one of all) if (best === null || one.value > best.value) best = one; return best; }
// o = new MyObject(9) → MyObject {}
// [o.value, o.readonly] → [ 9, 9 ]
// o.value = 10, [o.value, o.readonly] → [ 10, 10 ]
// Reflect.set(o, 'readonly', 1) → false
// [o.plusOne(), o.plusOne(), o.plusOne()] → [ 11, 12, 13 ]
// o.multiply().value → 13
// o.multiply(10).value → 130
// o.multiply(-1) instanceof MyObject → true
// o.multiply() === o → false
// [Object.keys(o), 'value' in o, Object.hasOwn(o, 'value')] → [ [], true, false ]
// Object.getOwnPropertyNames(MyObject.prototype).sort().join() → 'constructor,multiply,plusOne,readonly,value'
// Object.getOwnPropertyDescriptor(MyObject.prototype, 'readonly').set → undefined
// Object.getOwnPropertyDescriptor(MyObject.prototype, 'value').enumerable → false
// p = create(5), [p instanceof MyObject, p.constructor === MyObject, p.plusOne()] → [ true, true, 6 ]
// add(o, p) → 19
// add(o, o) → 26
// add(o, { value: 1 }) → TypeError: add: argument 2 (b) must be a MyObject, got Object
// add(o, Object.create(o)) → TypeError: add: argument 2 (b) must be a MyObject, got Object
// MyObject.isEqual(create(1), create(1)) → true
// largest([o, p]) === o → true
// largest([]) → null
// o.extra = 'kept', largest([o]).extra → 'kept'
// made = MyObject.made, new MyObject(), MyObject.made - made → 1
// copy = structuredClone(o), copy instanceof MyObject → false
// copy → { extra: 'kept' }
// Object.freeze(o).plusOne() → 14
// Object.setPrototypeOf(p, null), add(p, p) → 12
