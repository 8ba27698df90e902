'use mixmod';
export function f(a: Uint8Array): void {
  for await (const x of a) { // error RTS1030: `async` and `await` are not part of RTypeScript
  }
}
