'use mixmod';
// error RTS1010: the object type { [name: string]: number; } is not part of RTypeScript
function f(table: { [name: string]: number }): void {}
// error RTS1010: the object type {} is not part of RTypeScript
function g(value: {}): void {}
