'use mixmod';
// Enums of texts, mixed enums, enum members as tags.
enum Color {
  Red = 'red',
  Green = 'green',
}
const enum Direction {
  Up = 'UP',
  Down = 'DOWN',
}
enum Mixed {
  None,
  Some = 'some',
  Five = 5,
}
const other = (color: Color): Color => (color === Color.Red ? Color.Green : Color.Red);
export const others = (): string => `${other(Color.Red)} ${other(Color.Green)} ${Direction.Up}`;
// others() → 'green red UP'
export function name(n: number): string {
  const color = n > 0 ? Color.Red : Color.Green;
  switch (color) {
    case Color.Red:
      return 'r';
    case Color.Green:
      return 'g';
  }
}
// name(1) → 'r'
// name(0) → 'g'
function mixed(value: Mixed): string {
  return typeof value === 'string' ? value.toUpperCase() : `${value + 1}`;
}
export const all = (): string => [Mixed.None, Mixed.Some, Mixed.Five].map((one) => mixed(one)).join();
// all() → '1,SOME,6'

enum Kind {
  Circle = 'circle',
  Square = 'square',
}
type Shape =
  | { kind: Kind.Circle; radius: number }
  | { kind: Kind.Square; side: number };
function area(shape: Shape): number {
  switch (shape.kind) {
    case Kind.Circle:
      return 3 * shape.radius;
    case Kind.Square:
      return shape.side ** 2;
  }
}
export const areas = (n: number): number =>
  area({ kind: Kind.Circle, radius: n }) + area({ kind: Kind.Square, side: n });
// areas(2) → 10
export function keys(): number {
  const counts = new Map<Color, number>();
  for (const color of [Color.Red, Color.Green, Color.Red]) counts.set(color, (counts.get(color) ?? 0) + 1);
  return (counts.get(Color.Red) ?? 0) * 10 + counts.size;
}
// keys() → 22
