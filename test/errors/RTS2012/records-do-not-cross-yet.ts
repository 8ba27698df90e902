'use mixmod';
interface Point { x: number; y: number }
// error RTS2012: the parameter point of the exported function f is of type { x: number; y: number }
export function f(point: Point): void {}
// error RTS2012: the result of the exported function g is of type [number, string]
export function g(): [number, string] { return [1, '']; }
