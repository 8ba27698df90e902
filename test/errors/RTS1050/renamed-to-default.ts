'use mixmod';
function f(): void {}
// error RTS1050: default exports and default imports are not part of RTypeScript
export { f as default };
