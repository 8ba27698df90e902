// The core reads numbers as Node does: Number, parseFloat and parseInt, of Latin-1 and of UTF-16.
import { beforeAll, expect, test } from 'vitest';
import {
  buildNative,
  CORNERS,
  Differences,
  fromBits,
  mixedNumbers,
  powersAndNeighbours,
  randomPatterns,
  toBits,
  type Native,
} from './numbers-native.ts';

let native: Native;
beforeAll(async () => {
  native = await buildNative();
});

const isLatin1 = (text: string): boolean => [...text].every((one) => one <= '\xff');
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const utf16 = (text: string): Uint8Array => Buffer.from(text, 'utf16le');

const RADIXES = [0, 2, 3, 8, 10, 16, 32, 36, 1, 37, -1];

/** All functions, in all encodings that have the text. */
function compare(text: string, differences: Differences): void {
  const encodings: readonly (readonly [Uint8Array, boolean])[] = [
    ...(isLatin1(text) ? [[latin1(text), false] as const] : []),
    [utf16(text), true],
  ];
  for (const [bytes, wide] of encodings) {
    const name = `${JSON.stringify(text.slice(0, 60))}${wide ? ' in UTF-16' : ''}`;
    differences.same(`Number(${name})`, native.from_text(bytes, wide), Number(text));
    differences.same(
      `parseFloat(${name})`,
      native.float_from_text(bytes, wide),
      Number.parseFloat(text),
    );
    for (const radix of RADIXES)
      differences.same(
        `parseInt(${name}, ${radix})`,
        native.int_from_text(bytes, wide, radix),
        Number.parseInt(text, radix),
      );
  }
}

function expectAll(texts: Iterable<string>): void {
  const differences = new Differences();
  for (const text of texts) compare(text, differences);
  expect(differences.found).toEqual([]);
}

/** Of many texts that have no blanks, in one call. */
function expectNumbers(texts: readonly string[]): void {
  const numbers = new Float64Array(texts.length);
  native.from_texts(latin1(`${texts.join(' ')} `), numbers);
  const differences = new Differences();
  texts.forEach((text, i) => differences.same(text.slice(0, 60), numbers[i], Number(text)));
  expect(differences.found).toEqual([]);
}

test('what is a number and what is not', () => {
  expectAll([
    '', ' ', '\t\n\v\f\r ', '0', '-0', '+0', '00', '-', '+', '.', '-.', 'e', 'e5', '.e5', '1e', '1e+', '1e-',
    '1e5', '1E5', '1e+05', '1e-005', '.5', '5.', '5.e3', '-.5e-3', '+1', '--1', '+-1', '1 2', '1.2.3', '1_000',
    '12px', '0x', '0X', '0x1f', '0X1F', '-0x1f', '+0x1f', '0b101', '0B2', '0o17', '0O8', '0xg', '0x1.8', '0b',
    '017', '08', '0.1e1x', 'Infinity', '+Infinity', '-Infinity', 'Infinity1', 'infinity', 'INFINITY', 'Infinit',
    'InfinityInfinity', '-Infinityx', 'NaN', 'null', '١', '1２', '１', '12Ā', '1n', '0x1n', '12345678', '123456789',
    '1234567a', '1234567.', '12345678.12345678', '12345678 12345678', '1e1000000000000000000000', '0e99999999999999',
    '1e-1000000000000000000000', '0.0000', '-0.0e5', '7fffffff', 'zz', '-zZ', '@[`{/:', '0x0x1', '0b0b1',
  ]); // prettier-ignore
});

test('every kind of white space, before and behind', () => {
  const differences = new Differences();
  for (let unit = 0; unit <= 0xffff; unit++) {
    const space = String.fromCharCode(unit);
    if (/[\d+.\-A-Za-z]/.test(space)) continue;
    const text = `${space}12${space}`;
    differences.same(unit.toString(16), native.from_text(utf16(text), true), Number(text));
    differences.same(
      unit.toString(16),
      native.float_from_text(utf16(text), true),
      parseFloat(text),
    );
    if (unit <= 0xff)
      differences.same(unit.toString(16), native.from_text(latin1(text), false), Number(text));
  }
  expect(differences.found).toEqual([]);
});

test('random texts of the characters of numbers', () => {
  const characters = '0123456789.eE+-xX 0f';
  const texts = [...randomPatterns(20_000, 7n)].map((pattern) => {
    let text = '';
    for (let rest = pattern; rest > 0xffffffffn; rest /= 20n)
      text += characters[Number(rest % 20n)];
    return text;
  });
  expectAll(texts);
});

test('what numbers print, they are', () => {
  const numbers = [...CORNERS, ...powersAndNeighbours(), ...mixedNumbers(200_000, 8n)];
  expectNumbers(numbers.map(String));
});

test('numbers of 17 to 40 digits', () => {
  const texts = [...mixedNumbers(20_000, 9n)]
    .filter(Number.isFinite)
    .flatMap((x, i) => [x.toExponential(16), x.toExponential(17 + (i % 23)), x.toPrecision(21)]);
  expectNumbers(texts);
});

test('random digits with exponents beyond the range', () => {
  const texts: string[] = [];
  for (const pattern of randomPatterns(50_000, 10n)) {
    texts.push(`${pattern}e${Number(pattern % 720n) - 365}`);
    texts.push(`0.${pattern}${pattern >> 3n}e${Number(pattern % 760n) - 370}`);
  }
  expectNumbers(texts);
});

/** The middle between a finite positive number and the next one, `step` units of its last place away. */
function middle(x: number, step: bigint): string {
  const bits = toBits(x);
  const biased = Number(bits >> 52n);
  const c = (bits & 0xfffffffffffffn) | (biased === 0 ? 0n : 1n << 52n);
  const exponent = (biased || 1) - 1076;
  const m = 2n * c + 1n;
  if (exponent >= 0) return `${((m << BigInt(exponent)) * 10n + step).toString()}e-1`;
  return `${(m * 5n ** BigInt(-exponent) * 10n + step).toString()}e${exponent - 1}`;
}

test('ties go to even, and the last of hundreds of digits decides', () => {
  const numbers = [
    0, 5e-324, 2.225073858507201e-308, 2.2250738585072014e-308, 1.7976931348623157e308, 2 ** 53, 1,
    ...[...randomPatterns(2000, 11n)].map((one, i) =>
      fromBits(one & (i % 4 === 0 ? 0xfffffffffffffn : 0x7fefffffffffffffn)),
    ),
  ].filter(Number.isFinite); // prettier-ignore
  expectNumbers(numbers.flatMap((x) => [-1n, 0n, 1n].map((step) => middle(x, step))));
});

test('texts of thousands of digits', () => {
  const zeros = '0'.repeat(3000);
  const tie = middle(1.5, 0n).replace(/e.*/, '');
  const places = tie.length - 1;
  expectAll([
    `${zeros}1`, `1${zeros}`, `0.${zeros}1`, `0.${zeros}1e3001`, `1${zeros}e-3000`, '9'.repeat(3000),
    `${'9'.repeat(3000)}e-3000`, `.${'3'.repeat(3000)}`, `${'1234567890'.repeat(400)}e-3690`,
    `${tie[0]}.${tie.slice(1)}${zeros}`, `${tie[0]}.${tie.slice(1)}${zeros}1`, `${tie}${zeros}1e-${places + 3001}`,
    `0x${'f'.repeat(256)}`, `0x${'f'.repeat(255)}`, `0x1${'0'.repeat(255)}`, `0b1${'0'.repeat(1100)}`, `0x${zeros}1`,
    `0o${'7'.repeat(400)}`,
  ]); // prettier-ignore
});

test('powers of two as radix round to nearest, ties to even', () => {
  const texts: string[] = [];
  for (const pattern of randomPatterns(300, 12n)) {
    const top = (pattern >> 11n) | (1n << 52n);
    for (const low of [0x3ffn, 0x400n, 0x401n, 0xc00n, 0xbffn]) {
      const whole = (top << 11n) | low;
      texts.push(
        `0x${whole.toString(16)}`,
        `0x${whole.toString(16)}0000`,
        `0x${whole.toString(16)}0001`,
      );
      texts.push(`0b${whole.toString(2)}`, `0o${whole.toString(8)}`, whole.toString(32));
    }
  }
  expectAll(texts);
});

test('long integers in other radixes are what V8 makes of them', () => {
  const differences = new Differences();
  let i = 0;
  for (const pattern of randomPatterns(20_000, 13n)) {
    const radix = 2 + (i++ % 35);
    const whole = (pattern << 40n) ^ (pattern * pattern);
    const text = `${'0'.repeat(i % 3)}${whole.toString(radix)}`;
    const got = native.int_from_text(latin1(text), false, radix);
    differences.same(`parseInt(${text}, ${radix})`, got, Number.parseInt(text, radix));
  }
  expect(differences.found).toEqual([]);
});
