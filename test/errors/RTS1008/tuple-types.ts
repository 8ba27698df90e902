'use mixmod';
// error RTS1008: the tuple type [number, (string | undefined)?] is not part of RTypeScript
function f(a: [number, string?]): number { return a[0]; }
// error RTS1008: the tuple type [number, ...string[]] is not part of RTypeScript
function g(a: [number, ...string[]]): number { return a[0]; }
