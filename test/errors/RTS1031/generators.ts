'use mixmod';
function* count() { // error RTS1031: generators are not part of RTypeScript
  yield 1;
}
export function f(): void {}
