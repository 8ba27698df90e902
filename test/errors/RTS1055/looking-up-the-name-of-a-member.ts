'use mixmod';
enum Color { Red }
export function f(color: Color): string {
  return Color[color]; // error RTS1055: the enum Color is used as a value
}
