'use mixmod';
// ECMA-262 16.2.3.7: only what has no name is called default.
export default class Thing {
  n: number = 1;
  twice(): Thing { this.n *= 2; return this; }
}
export class Other extends Thing {}
export function nOf(thing: Thing): number { return thing.n; }
// new (new Other().constructor)().constructor.name → 'Other'
// Object.getPrototypeOf(Other).name → 'Thing'
// nOf(new (Object.getPrototypeOf(Other))().twice()) → 2
// nOf(1) → TypeError: nOf: argument 1 (thing) must be a Thing, got number
// Object.getPrototypeOf(Other).prototype.twice.call(1) → TypeError: Thing.twice: this must be a Thing, got number
