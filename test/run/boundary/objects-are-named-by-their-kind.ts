'use mixmod';
export function f(a: number): number { return a; }
// f(new Map()) → TypeError: f: argument 1 (a) must be a number, got Map
// f(new Date(0)) → TypeError: f: argument 1 (a) must be a number, got Date
// f(new (class Point {})()) → TypeError: f: argument 1 (a) must be a number, got Object
// f(Object.create(null)) → TypeError: f: argument 1 (a) must be a number, got Object
// f(/x/) → TypeError: f: argument 1 (a) must be a number, got RegExp
// f({ valueOf: () => 1 }) → TypeError: f: argument 1 (a) must be a number, got Object
// f(Symbol('x')) → TypeError: f: argument 1 (a) must be a number, got symbol
// f(Object.create(Map.prototype)) → TypeError: f: argument 1 (a) must be a number, got Object
// f({ [Symbol.toStringTag]: 'Set' }) → TypeError: f: argument 1 (a) must be a number, got Object
// f({ [Symbol.toStringTag]: 'Uint8Array' }) → TypeError: f: argument 1 (a) must be a number, got Object
// f(new BigInt64Array(1)) → TypeError: f: argument 1 (a) must be a number, got BigInt64Array
