// What `make demo` measures: the functions of the examples on real data, with Node's own implementation of the same.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import type { Contestant } from './measure.ts';
import type { Twin } from './v8-twin.ts';
import { programBytes, type Workload } from './workload.ts';

export interface DemoRow extends Workload {
  /** null: C functions, which V8 cannot run. */
  readonly twin: Twin | null;
  /** Node's own implementation of the same, where it has one. */
  readonly node: Contestant | null;
}

/** `out`: where the examples were built and run, and the CSV file was made. */
export function demoRows(out: string): readonly DemoRow[] {
  const program = programBytes(32e6);
  const start = program.subarray(0, 4e6);
  const csv = new Uint8Array(readFileSync(join(out, '04-csv-statistics/out/measurements.csv')));
  const text = csv.subarray(0, 8e6);
  const packed = deflateSync(text);
  const encoded = new Uint8Array(Buffer.from(Buffer.from(program).toString('base64'), 'latin1'));
  const checksums = 'examples/01-checksums/checksums.ts';
  const base64 = 'examples/01-checksums/base64.ts';
  const zlib = 'examples/02-zlib/zlib.ts';
  const latin1 = Buffer.from(encoded.buffer).toString('latin1');
  return [
    {
      name: 'crc32, 32 MB',
      source: checksums,
      function: 'crc32',
      arguments: () => [program],
      twin: 'stripped',
      node: () => crc32(program),
    },
    {
      name: 'adler32, 32 MB',
      source: checksums,
      function: 'adler32',
      arguments: () => [program],
      twin: 'stripped',
      node: null,
    },
    {
      name: 'sha256, 32 MB',
      source: 'examples/01-checksums/sha256.ts',
      function: 'sha256',
      arguments: () => [program],
      twin: 'stripped',
      node: () => createHash('sha256').update(program).digest(),
    },
    {
      name: 'base64 encode, 32 MB',
      source: base64,
      function: 'encode',
      arguments: () => [program],
      twin: 'stripped',
      node: () => Buffer.from(program.buffer, 0, program.length).toString('base64'),
    },
    {
      name: 'base64 decode, 32 MB',
      source: base64,
      function: 'decode',
      arguments: () => [encoded],
      twin: 'stripped',
      node: () => Buffer.from(latin1, 'base64'),
    },
    {
      name: 'xxhash64, 4 MB',
      source: 'examples/01-checksums/xxhash64.ts',
      function: 'xxhash64',
      arguments: () => [start, 0n],
      twin: 'untranslated',
      node: null,
    },
    {
      name: 'libz deflate, 8 MB',
      source: zlib,
      function: 'deflate',
      arguments: () => [text],
      twin: null,
      node: () => deflateSync(text),
    },
    {
      name: 'libz inflate, 8 MB',
      source: zlib,
      function: 'inflate',
      arguments: () => [packed, text.length],
      twin: null,
      node: () => inflateSync(packed),
    },
    {
      name: 'mandelbrot, 900 x 600',
      source: 'examples/03-mandelbrot/mandelbrot.ts',
      function: 'render',
      arguments: () => [900, 600, -0.65, 0, 3.2 / 900, 1000],
      twin: 'stripped',
      node: null,
    },
    {
      name: 'CSV statistics, 61 MB',
      source: 'examples/04-csv-statistics/csv-statistics.ts',
      function: 'columnStatistics',
      arguments: () => [csv, 44, new Float64Array(30)],
      twin: 'stripped',
      node: null,
    },
  ];
}
