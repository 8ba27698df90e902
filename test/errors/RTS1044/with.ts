'use mixmod';
export function f(a: Uint8Array): void {
  with (a) { // error RTS1044: `with` is not part of RTypeScript
  }
}
