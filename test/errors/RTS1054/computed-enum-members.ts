'use mixmod';
// error RTS1054: the value of this enum member is not known when the module is built
enum Size { Some = Math.random() }
export function f(): void {}
