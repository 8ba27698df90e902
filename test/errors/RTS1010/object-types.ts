'use mixmod';
// error RTS1010: the object type { x: number; y: number; } is not part of RTypeScript
export function f(point: { x: number; y: number }): void {}
