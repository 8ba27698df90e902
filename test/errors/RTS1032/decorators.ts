'use mixmod';
@logged
export function f(): void {} // error RTS1032: decorators are not part of RTypeScript
