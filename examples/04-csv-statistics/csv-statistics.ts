'use mixmod';
// Statistics of the numeric columns of a CSV or TSV file that lies in memory as bytes. One pass, no strings made.

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const QUOTE = 34;
const MINUS = 45;
const DOT = 46;
const ZERO = 48;

/** Results per column: count of numbers, sum, minimum, maximum, sum of squares. */
export const FIELDS_PER_COLUMN = 5;

/** How many fields the first line has. `separator` is a byte: 44 for CSV, 9 for TSV. */
export function countColumns(data: Uint8Array, separator: number): number {
  let columns = 1;
  let quoted = false;
  for (let i = 0; i < data.length; i++) {
    const byte = data[i];
    if (byte === QUOTE) quoted = !quoted;
    else if (!quoted && byte === separator) columns++;
    else if (!quoted && byte === LINE_FEED) break;
  }
  return columns;
}

/** Where the line that begins at `start` ends: the index behind its line feed, or the length of the data. */
function skipLine(data: Uint8Array, start: number): number {
  let quoted = false;
  let at = start;
  while (at < data.length) {
    const byte = data[at++];
    if (byte === QUOTE) quoted = !quoted;
    else if (!quoted && byte === LINE_FEED) break;
  }
  return at;
}

/**
 * Adds every field that is a plain decimal number (sign, digits, fraction) to its column's statistics; other fields,
 * quoted ones included, count as text. Carriage returns are skipped. The first line is a heading.
 * Returns the number of data lines.
 */
export function columnStatistics(
  data: Uint8Array,
  separator: number,
  results: Float64Array,
): number {
  const columns = Math.floor(results.length / FIELDS_PER_COLUMN);
  for (let column = 0; column < columns; column++) {
    results[column * FIELDS_PER_COLUMN + 2] = Infinity;
    results[column * FIELDS_PER_COLUMN + 3] = -Infinity;
  }
  let at = skipLine(data, 0);
  let lines = 0;
  let column = 0;
  while (at < data.length) {
    // One field: digits into `mantissa`, scaled down by a power of ten at its end.
    let mantissa = 0;
    let digits = 0;
    let fraction = 0;
    let afterDot = false;
    let numeric = true;
    let quoted = false;
    let byte = data[at];
    const negative = byte === MINUS;
    if (negative) at++;
    for (; at < data.length; at++) {
      byte = data[at];
      if (byte >= ZERO && byte <= 57) {
        mantissa = mantissa * 10 + (byte - ZERO);
        digits++;
        if (afterDot) fraction++;
      } else if (!quoted && (byte === separator || byte === LINE_FEED)) break;
      else if (byte === DOT && !afterDot) afterDot = true;
      else if (byte === QUOTE) {
        quoted = !quoted;
        numeric = false;
      } else if (byte !== CARRIAGE_RETURN) numeric = false;
    }
    if (numeric && digits > 0 && column < columns) {
      const magnitude = fraction === 0 ? mantissa : mantissa / 10 ** fraction;
      addValue(results, column * FIELDS_PER_COLUMN, negative ? -magnitude : magnitude);
    }
    if (at < data.length && byte === separator) column++;
    else {
      column = 0;
      lines++;
    }
    at++;
  }
  if (column > 0) lines++; // the data ends behind a separator
  return lines;
}

function addValue(results: Float64Array, base: number, value: number): void {
  results[base]++;
  results[base + 1] += value;
  if (value < results[base + 2]) results[base + 2] = value;
  if (value > results[base + 3]) results[base + 3] = value;
  results[base + 4] += value * value;
}
