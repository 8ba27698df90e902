'use mixmod';
export function f(): void {
  console.log(1); // error RTS1060: the global console is not part of RTypeScript
}
