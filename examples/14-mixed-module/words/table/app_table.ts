/** `name count` in columns. */
export const row = (name: string, count: number): string =>
  `${name.padEnd(8)}${String(count).padStart(4)}`;
