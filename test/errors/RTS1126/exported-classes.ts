'use mixmod';
export class Box<T> { // error RTS1126: the class Box, which is generic, is exported to JavaScript
  item: T;
  constructor(item: T) { this.item = item; }
}
export abstract class Failure extends RangeError {} // error RTS1126: the class Failure, which is an error class that is abstract or has @virtual members, is exported to JavaScript
export class Late extends Error { // error RTS1126: the class Late, which is an error class that is abstract or has @virtual members, is exported to JavaScript
  /** @virtual */
  when(): number { return 1; }
}
export class Fine extends RangeError {}
export class Point { x = 1; }
export { Point as Place }; // error RTS1126: the class Place, which is exported by another name, is exported to JavaScript
export class NumberBox extends Box<number> {}
