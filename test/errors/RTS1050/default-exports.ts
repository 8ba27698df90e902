'use mixmod';
// error RTS1050: default exports and default imports are not part of RTypeScript
export default function f(): void {}
