'use mixmod';
export function f(): number {
  enum Color { Red } // error RTS1072: an enum inside of a function is not part of RTypeScript
  return Color.Red;
}
