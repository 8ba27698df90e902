'use mixmod';
// Objects of JavaScript's classes, held by the program or by nobody.
export abstract class Item {
  readonly id: number;
  constructor(id: number) {
    this.id = id;
  }
  abstract value(): number;
}
let held: Item[] = [];
export function hold(one: Item): void {
  held.push(one);
}
export function clear(): void {
  held = [];
}
export function sum(): number {
  return held.reduce((all, one) => all + one.value(), 0);
}
export function value(one: Item): number {
  return one.value() + one.id;
}
