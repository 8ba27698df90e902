// Statistics of the columns of a CSV file of more than 50 MB, computed by the compiled module on the bytes of the file.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { columnStatistics, countColumns, FIELDS_PER_COLUMN } from './csv-statistics.ts';
import { ensureFile, HEADING, measurements } from './generate.ts';
import { plainStatistics } from './plain-statistics.ts';

const COMMA = 44;

console.log('The first 1000 measurements');
const sample = new TextEncoder().encode(HEADING + measurements(0, 1000));
const names = HEADING.trim().split(',');
const columns = countColumns(sample, COMMA);
const results = new Float64Array(columns * FIELDS_PER_COLUMN);
const lines = columnStatistics(sample, COMMA, results);
console.log(row('column', ['numbers', 'minimum', 'maximum', 'mean', 'deviation']));
for (let column = 0; column < columns; column++) {
  const [count, sum, minimum, maximum, squares] = statisticsOf(results, column);
  const mean = sum / count;
  const deviation = Math.sqrt(squares / count - mean * mean);
  const cells = [minimum, maximum, mean, deviation].map((value) =>
    count ? value.toFixed(2) : '-',
  );
  console.log(row(names[column], [String(count), ...cells]));
}
console.log(`${lines} lines`);

const [file, size] =
  process.env.MIXMOD_EXAMPLES === 'small' ? ['small.csv', 20_000] : ['measurements.csv', 1_600_000];
const folder = new URL('out/', import.meta.url);
mkdirSync(folder, { recursive: true });
const path = new URL(file, folder);
ensureFile(path.pathname, size);
check(readFileSync(path), size, 'the whole file');

check(new TextEncoder().encode('a,"b,\n"\n1.5,-2\n.25,3.\r\n-,"4"\n1e3,0x1\n,7'), 5, 'odd fields');
check(new TextEncoder().encode('a\n1\n2'), 2, 'no line feed at the end');
check(new TextEncoder().encode('a,b\n1,'), 1, 'an empty field at the end');
check(new TextEncoder().encode('a,b\n'), 0, 'a heading only');

/** Every statistic must be that of plain JavaScript to the last bit. */
function check(data: Uint8Array, expectedLines: number, what: string): void {
  const statistics = new Float64Array(countColumns(data, COMMA) * FIELDS_PER_COLUMN);
  assert.equal(columnStatistics(data, COMMA, statistics), expectedLines, what);
  const text = Buffer.from(data).toString('latin1').replaceAll('\r', '');
  const expected = plainStatistics(
    /\n$/.test(text) ? text : `${text}\n`,
    countColumns(data, COMMA),
  );
  assert.equal(expected.lines, expectedLines, what);
  for (const [column, { count, sum, minimum, maximum, squares }] of expected.columns.entries()) {
    assert.deepEqual(
      [...statisticsOf(statistics, column)],
      [count, sum, minimum, maximum, squares],
      what,
    );
  }
  console.log(`${what}: as plain JavaScript`);
}

function statisticsOf(values: Float64Array, column: number): Float64Array {
  return values.subarray(column * FIELDS_PER_COLUMN, (column + 1) * FIELDS_PER_COLUMN);
}

function row(name: string, cells: readonly string[]): string {
  return name.padEnd(12) + cells.map((cell) => cell.padStart(11)).join('');
}
