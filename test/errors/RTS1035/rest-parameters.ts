'use mixmod';
const joined = (
  ...parts: [string, number] // error RTS1035: a rest parameter is an array here
): string => parts[0];
export const f = (n: number): string => joined('a', n);
