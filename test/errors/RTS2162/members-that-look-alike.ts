'use mixmod';
interface Circle { kind: string; r: number }
interface Square { kind: string; side: number; r: number }
type Shape = Circle | Square;
// error RTS2162: the parameter shape of the exported function f is of type { kind: string; r: number } | { kind: string; r: number; side: number }
export function f(shape: Shape): number { return shape.r; }
// error RTS2162: the parameter shape of the exported function g is of type { kind: string; r: number } | { kind: string; r: number; side: number }
export function g(shape: Shape[]): void {}
