// The statistics of csv-statistics.ts once more, in plain TypeScript on strings and objects: what it is held against.

export interface Statistics {
  count: number;
  sum: number;
  minimum: number;
  maximum: number;
  squares: number;
}

const NUMBER = /^-?(?:\d+\.?\d*|\.\d+)$/;

export function plainStatistics(
  text: string,
  columns: number,
): { lines: number; columns: Statistics[] } {
  const result = Array.from({ length: columns }, () => ({
    count: 0,
    sum: 0,
    minimum: Infinity,
    maximum: -Infinity,
    squares: 0,
  }));
  let lines = -1; // the heading is none
  let column = 0;
  for (const [, field, end] of text.matchAll(/((?:"(?:[^"]|"")*"|[^,\n])*)([,\n])/g)) {
    if (lines >= 0 && NUMBER.test(field)) add(result[column], Number(field));
    if (end === ',') column++;
    else {
      column = 0;
      lines++;
    }
  }
  return { lines, columns: result };
}

function add(statistics: Statistics, value: number): void {
  statistics.count++;
  statistics.sum += value;
  statistics.minimum = Math.min(statistics.minimum, value);
  statistics.maximum = Math.max(statistics.maximum, value);
  statistics.squares += value * value;
}
