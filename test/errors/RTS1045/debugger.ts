'use mixmod';
export function f(): void {
  debugger; // error RTS1045: `debugger` is not part of RTypeScript
}
