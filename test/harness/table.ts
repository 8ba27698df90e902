// Rows of cells → lines of text in columns, and times and ratios as a reader wants them.

export interface Column {
  readonly heading: string;
  readonly align: 'left' | 'right';
}

export const left = (heading: string): Column => ({ heading, align: 'left' });
export const right = (heading: string): Column => ({ heading, align: 'right' });

export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const widths = columns.map(({ heading }, index) =>
    Math.max(...[heading, ...rows.map((row) => row[index] ?? '')].map((cell) => cell.length)),
  );
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ align }, index) => pad(cells[index] ?? '', widths[index] ?? 0, align))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width));
  return [line(columns.map(({ heading }) => heading)), line(rule), ...rows.map(line)];
}

function pad(cell: string, width: number, align: Column['align']): string {
  return align === 'left' ? cell.padEnd(width) : cell.padStart(width);
}

/** What was not measured is NaN. */
const NOT_MEASURED = '-';

/** Three significant digits, in the unit that needs no zeros. */
export function duration(seconds: number): string {
  if (Number.isNaN(seconds)) return NOT_MEASURED;
  const units: readonly (readonly [factor: number, unit: string])[] = [
    [1, 's'],
    [1e-3, 'ms'],
    [1e-6, 'µs'],
  ];
  const [factor, unit] = units.find(([size]) => seconds >= size) ?? [1e-9, 'ns'];
  return `${threeDigits(seconds / factor)} ${unit}`;
}

/** How many times `seconds` fits into `other`: 2.00x means half the time. */
export function ratio(other: number, seconds: number): string {
  const times = other / seconds;
  return Number.isNaN(times) ? NOT_MEASURED : `${times.toFixed(2)}x`;
}

function threeDigits(value: number): string {
  if (value >= 99.95) return value.toFixed(0);
  return value >= 9.995 ? value.toFixed(1) : value.toFixed(2);
}
