// A number → its bytes in an instruction.

export const half = (value: number): number[] =>
  [0, 8, 16, 24].map((shift) => (value >>> shift) & 255);

export const word = (value: number): number[] => [
  ...half(value % 2 ** 32),
  ...half(value / 2 ** 32),
];
