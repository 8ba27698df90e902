'use mixmod';
enum Color { Red }
export function f(): number {
  const colors = Color; // error RTS1055: the enum Color is used as a value
  return 1;
}
