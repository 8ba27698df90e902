'use mixmod';
// The glue of both asks for collections: of a thousand objects of JavaScript's classes, and of as many live values.
import { space, type JSValue } from 'mixmod';
export abstract class Shape { abstract area(): number; }
export function area(one: Shape): number { return one.area(); }
let kept: JSValue | null = null;
export function get(value: JSValue, key: string): JSValue { kept = value; return space.get(value, key); }
// globalThis.Circle = class Circle extends Shape { constructor(r) { super(); this.r = r; } area() { return this.r; } }, 0 → 0
// [...Array(3000).keys()].reduce((sum, i) => sum + area(new Circle(i)), 0) → 4498500
// [...Array(3000).keys()].reduce((sum, i) => sum + get({ i }, 'i'), 0) → 4498500
