// An enum of numbers maps values to names. JavaScript gives undefined for a value that no member has; here that is an error.
'use mixmod';
enum Color {
  Red,
  Green = 5,
  Blue,
  Sky = Blue,
}
enum Flag {
  None = -1,
  Half = 0.5,
}
export const name = (value: number): string => Color[value];
export function all(): string {
  let out = Color[Color.Red] + Flag[-1] + Flag[Flag.Half];
  for (const color of [Color.Red, Color.Green, Color.Sky]) out += ` ${Color[color]}`;
  return out;
}
// name(0) → 'Red'
// name(5) → 'Green'
// name(6) → 'Sky'
// name(7) → RangeError: the value is none of Color
// all() → 'RedNoneHalf Red Green Sky'
