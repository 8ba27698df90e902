'use mixmod';
// error RTS1009: the function type <T>(x: T) => T is not part of RTypeScript
function g(callback: <T>(x: T) => T): void {}
