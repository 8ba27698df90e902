// The core writes numbers as Node does: shortest, in a radix, with so many digits.
import { beforeAll, describe, expect, test } from 'vitest';
import {
  buildNative,
  CORNERS,
  Differences,
  mixedNumbers,
  powersAndNeighbours,
  randomPatterns,
  written,
  type Native,
} from './numbers-native.ts';

let native: Native;
beforeAll(async () => {
  native = await buildNative();
});

/** All numbers in one call. */
function texts(numbers: Float64Array): readonly string[] {
  const out = new Uint8Array(numbers.length * 34);
  const end = native.to_texts(numbers, out);
  return Buffer.from(out.buffer, 0, end).toString('latin1').split(' ').slice(0, -1);
}

function expectShortest(numbers: Float64Array): void {
  const differences = new Differences();
  const found = texts(numbers);
  expect(found).toHaveLength(numbers.length);
  numbers.forEach((x, i) => differences.same(String(x), found[i], String(x)));
  expect(differences.found).toEqual([]);
}

describe('shortest digits', () => {
  test('of corner cases, in 32 bytes', () => {
    for (const x of CORNERS) expect(written(32, (out) => native.to_text(x, out))).toBe(String(x));
  });
  test('of powers of two and ten and their neighbours, in 32 bytes', () => {
    const differences = new Differences();
    for (const x of powersAndNeighbours())
      differences.same(
        String(x),
        written(32, (out) => native.to_text(x, out)),
        String(x),
      );
    expect(differences.found).toEqual([]);
  });
  test('of random numbers', () => expectShortest(mixedNumbers(200_000, 1n)));
  test('of small integers', () => {
    expectShortest(Float64Array.from({ length: 20_000 }, (_, i) => i - 10_000));
  });
});

describe('integers of 64 bits', () => {
  test('in decimal and in every radix', () => {
    const differences = new Differences();
    const limits = [0n, 1n, -1n, 2n ** 63n - 1n, -(2n ** 63n), 2n ** 64n - 1n];
    const powers = Array.from({ length: 20 }, (_, i) => 10n ** BigInt(i));
    const around = powers.flatMap((power) => [power - 1n, power, power + 1n]);
    const random = [...randomPatterns(3000, 2n)].map((one, i) => one >> BigInt(i % 64));
    [...limits, ...around, ...random].forEach((n, i) => {
      const [signed, unsigned] = [BigInt.asIntN(64, n), BigInt.asUintN(64, n)];
      const radix = 2 + (i % 35);
      const check = (text: string, of: bigint, base: number): void =>
        differences.same(`${of} in ${base}`, text, of.toString(base));
      check(
        written(25, (out) => native.i64_to_text(signed, out)),
        signed,
        10,
      );
      check(
        written(24, (out) => native.u64_to_text(unsigned, out)),
        unsigned,
        10,
      );
      check(
        written(73, (out) => native.i64_to_radix_text(signed, radix, out)),
        signed,
        radix,
      );
      check(
        written(72, (out) => native.u64_to_radix_text(unsigned, radix, out)),
        unsigned,
        radix,
      );
    });
    expect(differences.found).toEqual([]);
  });
});

test('numbers in every radix, with the digits of V8 of fractions', () => {
  const differences = new Differences();
  const check = (x: number, radix: number): void =>
    differences.same(
      `${x} in ${radix}`,
      written(2304, (out) => native.to_radix(x, radix, out)),
      x.toString(radix),
    );
  for (const x of CORNERS) for (let radix = 2; radix <= 36; radix++) check(x, radix);
  mixedNumbers(40_000, 3n).forEach((x, i) => check(x, 2 + (i % 35)));
  powersAndNeighbours().forEach((x, i) => check(x, 2 + (i % 35)));
  expect(differences.found).toEqual([]);
});

describe('so many digits', () => {
  const forms = {
    toFixed: (x: number, n: number, out: Uint8Array) => native.to_fixed(x, n, out),
    toExponential: (x: number, n: number, out: Uint8Array) => native.to_exponential(x, n, out),
    toPrecision: (x: number, n: number, out: Uint8Array) => native.to_precision(x, n, out),
  };
  test.each(['toFixed', 'toExponential', 'toPrecision'] as const)('%s', (form) => {
    const differences = new Differences();
    const check = (x: number, n: number): void =>
      differences.same(
        `(${x}).${form}(${n})`,
        written(128, (out) => forms[form](x, n, out)),
        x[form](n),
      );
    const least = form === 'toPrecision' ? 1 : 0;
    for (const x of CORNERS) for (let n = least; n <= 100; n++) check(x, n);
    mixedNumbers(20_000, 4n).forEach((x, i) => check(x, least + (i % (101 - least))));
    mixedNumbers(20_000, 5n).forEach((x, i) => check(x, least + (i % 21)));
    expect(differences.found).toEqual([]);
  });
  test('halves go up: the decimal value decides, not the text', () => {
    const differences = new Differences();
    // Eighths and sixteenths are exact, so that every other one is a tie.
    for (let i = -4000; i < 4000; i++)
      for (let n = 0; n < 5; n++) {
        const x = i / 16;
        const text = written(128, (out) => native.to_fixed(x, n, out));
        differences.same(`(${x}).toFixed(${n})`, text, x.toFixed(n));
      }
    expect(differences.found).toEqual([]);
    expect(written(128, (out) => native.to_fixed(1.005, 2, out))).toBe('1.00');
    expect(written(128, (out) => native.to_fixed(25.5, 0, out))).toBe('26');
    expect(written(128, (out) => native.to_fixed(-0.0000001, 2, out))).toBe('-0.00');
    expect(written(128, (out) => native.to_fixed(1e21, 2, out))).toBe('1e+21');
    expect(written(128, (out) => native.to_precision(123.456, 4, out))).toBe('123.5');
  });
  test('toFixed where the first digits just come into sight', () => {
    const differences = new Differences();
    for (const pattern of randomPatterns(4000, 14n)) {
      const exponent = Number(pattern % 40n);
      const x = (Number(pattern) / 2 ** 64) * 10 ** -exponent;
      for (let n = exponent - 1; n <= exponent + 2; n++)
        differences.same(
          `(${x}).toFixed(${n})`,
          written(128, (out) => native.to_fixed(x, Math.max(n, 0), out)),
          x.toFixed(Math.max(n, 0)),
        );
    }
    expect(differences.found).toEqual([]);
  });
  test('toExponential of undefined: as many as needed', () => {
    const differences = new Differences();
    for (const x of [...CORNERS, ...mixedNumbers(20_000, 6n)]) {
      const text = written(32, (out) => native.to_shortest_exponential(x, out));
      differences.same(String(x), text, x.toExponential());
    }
    expect(differences.found).toEqual([]);
  });
});
