// `long double` of 64-bit ARM in memory, and in memory that is made at build time for another machine.
import { describe, expect, test } from 'vitest';
import { AAPCS64 } from '../../runtime/lltype/aapcs64.ts';
import { lltype } from '../../runtime/lltype/lltype.ts';
import { prebuiltContents } from '../../runtime/lltype/prebuilt.ts';
import { loadQuad, storeQuad } from '../../runtime/lltype/quad.ts';
import { rffi } from '../../runtime/rffi/rffi.ts';

const view = new DataView(new ArrayBuffer(16));

const bitsOf = (value: number): string => {
  storeQuad(view, 0, value);
  const [low, high] = [view.getBigUint64(0, true), view.getBigUint64(8, true)];
  return ((high << 64n) | low).toString(16).padStart(32, '0');
};

function fromBits(bits: string): number {
  const all = BigInt(`0x${bits}`);
  view.setBigUint64(0, all & ((1n << 64n) - 1n), true);
  view.setBigUint64(8, all >> 64n, true);
  return loadQuad(view, 0);
}

test.each([
  [1, '3fff0000000000000000000000000000'],
  [-2.5, 'c0004000000000000000000000000000'],
  [0, '00000000000000000000000000000000'],
  [-0, '80000000000000000000000000000000'],
  [Infinity, '7fff0000000000000000000000000000'],
  [0.1, '3ffb999999999999a000000000000000'],
  [Number.MIN_VALUE, '3bcd0000000000000000000000000000'],
  [2.225073858507201e-308, '3c00ffffffffffffe000000000000000'],
  [Number.MAX_VALUE, '43fefffffffffffff000000000000000'],
])('%d', (value, bits) => {
  expect(bitsOf(value)).toBe(bits);
  expect(fromBits(bits)).toBe(value);
});

describe('what no double is', () => {
  test.each([
    ['half of the last bit goes to even', '3fff0000000000000800000000000000', 1],
    ['more than half goes up', '3fff0000000000000800000000000001', 1 + 2 ** -52],
    ['half above an odd one', '3fff0000000000001800000000000000', 1 + 2 ** -51],
    ['too large', '43ff0000000000000000000000000000', Infinity],
    ['too small', '00000000000000000000000000000001', 0],
    ['half of the smallest', '3bcc0000000000000000000000000000', 0],
    ['a NaN', '7fff8000000000000000000000000000', NaN],
  ])('%s', (_name, bits, value) => {
    expect(fromBits(bits)).toBe(value);
  });
});

test('numbers come back', () => {
  const double = new DataView(new ArrayBuffer(8));
  let state = 1n;
  for (let i = 0; i < 20_000; i++) {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
    double.setBigUint64(0, state);
    const value = double.getFloat64(0);
    expect(fromBits(bitsOf(value))).toBe(value);
  }
});

test('prebuilt memory has the form of the machine that it is for', () => {
  const LIST = lltype.Struct('list', ['head', rffi.INT], ['items', rffi.CArray(rffi.LONGDOUBLE)]);
  const made = lltype.prebuilt(LIST, 2, (pointer) => {
    const list = pointer as unknown as { head: number; readonly items: Record<number, number> };
    list.head = 7;
    list.items[0] = 1;
    list.items[1] = -2.5;
  });
  const contents = prebuiltContents(made, AAPCS64) ?? '';
  const bytes = Buffer.from(contents, 'utf16le');
  expect(bytes.readInt32LE(0)).toBe(7);
  expect([16, 32].map((at) => loadQuad(new DataView(bytes.buffer, bytes.byteOffset), at))).toEqual([
    1, -2.5,
  ]);
});
