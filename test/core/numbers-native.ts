// The core's number conversion, compiled, and the numbers that its tests compare with Node's on.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RELEASE } from '../../compiler/options.ts';
import { buildModule, loadNative, type Exports } from '../harness/build-module.ts';

export interface Native extends Exports {
  to_texts(numbers: Float64Array, out: Uint8Array): number;
  from_texts(texts: Uint8Array, numbers: Float64Array): void;
  to_text(x: number, out: Uint8Array): number;
  lengths(numbers: Float64Array, form: number, digits: number): number;
  i64_to_text(n: bigint, out: Uint8Array): number;
  u64_to_text(n: bigint, out: Uint8Array): number;
  to_fixed(x: number, places: number, out: Uint8Array): number;
  to_exponential(x: number, places: number, out: Uint8Array): number;
  to_shortest_exponential(x: number, out: Uint8Array): number;
  to_precision(x: number, precision: number, out: Uint8Array): number;
  to_radix(x: number, radix: number, out: Uint8Array): number;
  i64_to_radix_text(n: bigint, radix: number, out: Uint8Array): number;
  u64_to_radix_text(n: bigint, radix: number, out: Uint8Array): number;
  from_text(text: Uint8Array, wide: boolean): number;
  float_from_text(text: Uint8Array, wide: boolean): number;
  int_from_text(text: Uint8Array, wide: boolean, radix: number): number;
}

export async function buildNative(): Promise<Native> {
  const out = mkdtempSync(join(tmpdir(), 'mixmod-numbers-'));
  try {
    const { node } = await buildModule(
      join(import.meta.dirname, 'numbers-module.ts'),
      out,
      RELEASE,
    );
    return loadNative(node) as Native;
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** What a function writes into `size` bytes. Throws if it writes behind them. */
export function written(size: number, write: (out: Uint8Array) => number): string {
  const out = new Uint8Array(size + 16).fill(1);
  const length = write(out);
  if (out.subarray(size).some((byte) => byte !== 1)) throw new Error(`more than ${size} bytes`);
  return Buffer.from(out.buffer, 0, length).toString('latin1');
}

/** The first differences of many, as `input: got, wanted`. */
export class Differences {
  readonly found: string[] = [];
  same(input: string, got: unknown, wanted: unknown): void {
    if (!Object.is(got, wanted) && this.found.length < 10)
      this.found.push(`${input}: ${String(got)}, not ${String(wanted)}`);
  }
}

// ---- numbers ----

const bits = new BigUint64Array(1);
const float = new Float64Array(bits.buffer);

export function fromBits(pattern: bigint): number {
  bits[0] = pattern;
  return float[0] ?? NaN;
}
export function toBits(x: number): bigint {
  float[0] = x;
  return bits[0] ?? 0n;
}

/** Bit patterns that are the same in each run. */
export function* randomPatterns(count: number, seed: bigint): Generator<bigint> {
  let state = seed;
  for (let i = 0; i < count; i++) {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
    yield state ^ (state >> 29n);
  }
}

/** The number and its neighbours, of both signs. */
const around = (x: number): readonly number[] =>
  [-2n, -1n, 0n, 1n, 2n].flatMap((step) => {
    const near = fromBits(BigInt.asUintN(64, toBits(x) + step));
    return [near, -near];
  });

export function powersAndNeighbours(): readonly number[] {
  const powers: number[] = [];
  for (let e = -1074; e < 1024; e++) powers.push(2 ** e);
  for (let e = -323; e <= 308; e++) powers.push(Number(`1e${e}`), Number(`5e${e}`));
  return powers.flatMap(around);
}

export const CORNERS: readonly number[] = [
  0, -0, 1, 9, 10, 99, 100, 999, 1000, 99999999, 100000000, 2 ** 31, 2 ** 32, 2 ** 53, 2 ** 53 + 2,
  2 ** 63, 2 ** 64, 0.1, 0.2, 0.3, 0.5, 1.5, 2.5, 25.5, 1.005, 1.45, 8.345, 10.235, 123.456, 999.995,
  0.000001, 0.0000015, 1e-7, 1.5e-7, 9.999999e-7, 1e20, 123456789012345680000, 1e21, 1.5e21, 1e22, 1e23,
  5e-324, 1e-323, 2.2250738585072014e-308, 2.225073858507201e-308,
  1.7976931348623157e308, 4.35, 0.000035, 1.25, 1.35, 0.04999999, 99.99, 0.5000000000000001,
  NaN, Infinity,
].flatMap((x) => [x, -x]); // prettier-ignore

/** Random patterns, fractions below 1, integers, numbers of few decimals and of few binary digits. */
export function mixedNumbers(count: number, seed: bigint): Float64Array {
  const numbers = new Float64Array(count);
  let i = 0;
  for (const pattern of randomPatterns(count, seed)) {
    const small = Number(pattern % 100000000n);
    const kinds = [
      fromBits(pattern),
      Number(pattern) / 2 ** 64,
      Number(pattern >> (pattern % 64n)),
      small / 1000,
      small / 64,
      fromBits(pattern & 0x800fffffffffffffn),
    ];
    numbers[i] = kinds[i % kinds.length] ?? 0;
    i++;
  }
  return numbers;
}
