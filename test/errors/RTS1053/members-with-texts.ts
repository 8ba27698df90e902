'use mixmod';
// error RTS1053: enum members that are not numbers are not part of RTypeScript
enum Color { Red = 'red', Green = 2 }
export function f(): boolean { return Color.Red !== undefined; }
