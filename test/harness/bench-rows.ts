// What `make bench` measures: calls of the kernels in examples/ and test/bench/, which test/bench/c/ has in C too, and of
// the programs with objects, some of which test/bench/cpp/ has in C++.
import { exported, type Exports } from './build-module.ts';
import type { Contestant } from './measure.ts';
import { COMPILED, OBJECT_PROGRAMS } from './object-programs.ts';
import { contestant, programBytes, type Workload } from './workload.ts';

export interface BenchRow extends Workload {
  /** How many calls are in one that is measured: for functions that take nanoseconds. */
  readonly calls: number;
  /** Whether the compiler must accept the source. A row whose source it refuses is left out otherwise. */
  readonly required: boolean;
}

export function benchRows(): readonly BenchRow[] {
  const data = programBytes(8e6);
  const csv = new Uint8Array(Buffer.from(csvText(200_000)));
  const floats = Float64Array.from({ length: 1e6 }, (_, index) => Math.sin(index));
  const integers = Int32Array.from({ length: 1e6 }, (_, index) => index * 2_654_435);
  const size = 300;
  const matrix = (factor: number): Float64Array =>
    Float64Array.from({ length: size * size }, (_, index) => Math.cos(index * factor));
  const [a, b] = [matrix(0.7), matrix(1.3)];
  const row = (
    name: string,
    source: string,
    called: string,
    values: Workload['arguments'],
    calls = 1,
  ): BenchRow => ({ name, source, function: called, arguments: values, calls, required: true });
  const checksums = 'examples/01-checksums/checksums.ts';
  const csvSource = 'examples/04-csv-statistics/csv-statistics.ts';
  const arrays = 'test/bench/arrays.ts';
  const calls = 'test/bench/calls.ts';
  return [
    row('sha256, 8 MB', 'examples/01-checksums/sha256.ts', 'sha256', () => [data]),
    row('crc32 by bytes, 8 MB', checksums, 'crc32', () => [data]),
    row('adler32, 8 MB', checksums, 'adler32', () => [data]),
    row('base64 encode, 8 MB', 'examples/01-checksums/base64.ts', 'encode', () => [data]),
    row('mandelbrot, 300 x 200', 'examples/03-mandelbrot/mandelbrot.ts', 'render', () => [
      300,
      200,
      -0.65,
      0,
      3.2 / 300,
      1000,
    ]),
    row('CSV statistics, 8 MB', csvSource, 'columnStatistics', () => [
      csv,
      44,
      new Float64Array(30),
    ]),
    row('sum of Float64Array, 1e6', arrays, 'sum', () => [floats]),
    row('Int32Array a[i] += k, 1e6', arrays, 'addToAll', () => [integers.slice(), 7]),
    row('sieve below 5e6', 'test/bench/sieve.ts', 'countPrimes', () => [5e6]),
    row('matrix product, 300', 'test/bench/matrix.ts', 'multiply', () => [
      a,
      b,
      new Float64Array(size * size),
      size,
    ]),
    row('matrix product by i32, 300', 'test/bench/matrix.ts', 'multiplyByIntegers', () => [
      a,
      b,
      new Float64Array(size * size),
      size,
    ]),
    row('fib(32) of i32', calls, 'fibonacci', () => [32]),
    row('fib(32) of number', calls, 'fibonacciOfNumber', () => [32]),
    row('one call add(i32, i32)', calls, 'add', () => [20, 22], 100_000),
  ];
}

/** The programs with objects: more of them than the compiler accepts yet. */
export function objectRows(): readonly BenchRow[] {
  return OBJECT_PROGRAMS.flatMap(({ name, source, measured }) =>
    measured.map((call) => ({
      name: `${name}${call.function === 'run' ? '' : ` ${call.function}`}, ${call.argument}`,
      source,
      function: call.function,
      arguments: () => [call.argument],
      calls: 1,
      required: COMPILED.includes(name),
    })),
  );
}

/** Numbers and texts, the same every time. */
function csvText(lines: number): string {
  let text = 'id,station,temperature,humidity,pressure,remark\n';
  for (let id = 0; id < lines; id++) {
    const noise = Math.imul(id ^ (id >>> 7), 0x9e3779b1) >>> 0;
    const temperature = ((noise & 1023) - 400) / 10;
    const pressure = (950 + (noise % 10_000) / 100).toFixed(2);
    text += `${id},"Paris, Orly",${temperature},${noise % 101},${pressure},${id % 3 ? 'ok' : ''}\n`;
  }
  return text;
}

/** The row's call, or a loop of such calls in JavaScript, each of which uses the result of the one before. */
export function benchContestant(row: BenchRow, module: Exports, who: string): Contestant {
  if (row.calls === 1) return contestant(row, module);
  // A text of its own for each contestant: V8 would otherwise compile one loop for all, which calls slowly.
  const text =
    `let total = 0; // ${who}\n` +
    'for (let i = 0; i < calls; i++) total = call(total, i & 7) & 0xffff; return total;';
  // oxlint-disable-next-line no-new-func
  const loop = new Function('call', 'calls', text) as (call: unknown, calls: number) => number;
  const call = exported(module, row.function);
  return () => loop(call, row.calls);
}

/** All sources, each once. */
export function benchSources(rows: readonly BenchRow[]): readonly string[] {
  return [...new Set(rows.map(({ source }) => source))];
}
