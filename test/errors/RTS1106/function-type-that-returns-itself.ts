'use mixmod';
type Next = (x: number) => Next;
function f(next: Next): void {} // error RTS1106: the function type Next mentions itself
