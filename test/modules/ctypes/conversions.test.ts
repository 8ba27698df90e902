// Thousands of random numbers for the simple types: what is kept and what is refused is what the ctypes of Python 3 keeps and refuses.
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import * as ctypes from '../../../modules/ctypes/index.ts';

const INTEGERS = ['byte', 'ubyte', 'short', 'ushort', 'int', 'uint', 'long', 'ulong', 'size_t'];
const FLOATS = ['float', 'double'];
const EACH = 300;
const hasPython = spawnSync('python3', ['-c', 'import ctypes']).status === 0;
if (!hasPython) console.warn('conversions.test.ts is skipped: python3 with ctypes is missing');

/** `kind`: `i` an integer as text, `f` a double by its bits. */
interface Given {
  readonly type: string;
  readonly kind: 'i' | 'f';
  readonly text: string;
}

/** The result is an integer as text, a double by its bits, or `refused`. */
const PYTHON = `
import sys, json, ctypes, struct
out = []
for g in json.load(sys.stdin):
    value = int(g['text']) if g['kind'] == 'i' else struct.unpack('>d', bytes.fromhex(g['text']))[0]
    try: got = getattr(ctypes, 'c_' + g['type'])(value).value
    except (TypeError, OverflowError): got = None
    out.append('refused' if got is None else str(got) if isinstance(got, int) else struct.pack('>d', got).hex())
json.dump(out, sys.stdout)
`;

/** Numerical Recipes' generator. */
let seed = 20260202;
const random = (): number => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0);
const bits = (value: number): string => {
  const buffer = Buffer.alloc(8);
  buffer.writeDoubleBE(value);
  return buffer.toString('hex');
};

function randomInteger(): string {
  const wide = (BigInt(random()) << 64n) | (BigInt(random()) << 32n) | BigInt(random());
  // Of all sizes, and near the ends of the types.
  const value = BigInt.asIntN(1 + (random() % 80), wide);
  return String(
    random() % 4 === 0 ? (1n << BigInt(random() % 66)) - 2n + BigInt(random() % 4) : value,
  );
}

const EDGES = [0, -0, 1.5, Infinity, -Infinity, NaN, 5e-324, 1e308, 3.5e38, 1e-46, 2 ** 24 + 1];

function givens(): readonly Given[] {
  const integers = [...INTEGERS, ...FLOATS].flatMap((type) =>
    Array.from({ length: EACH }, (): Given => ({ type, kind: 'i', text: randomInteger() })),
  );
  const floats = [...FLOATS, 'int', 'long'].flatMap((type) => {
    const all = [
      ...EDGES,
      ...Array.from({ length: EACH }, () => (random() - 2 ** 31) * 10 ** ((random() % 80) - 40)),
    ];
    return all.map((value): Given => ({ type, kind: 'f', text: bits(value) }));
  });
  return [...integers, ...floats];
}

const named = ctypes as unknown as Record<string, ctypes.SimpleType>;

function keptHere({ type, kind, text }: Given): string {
  const value = kind === 'i' ? BigInt(text) : Buffer.from(text, 'hex').readDoubleBE();
  try {
    const got = new (named[`c_${type}`] as ctypes.SimpleType)(value).value as number | bigint;
    return FLOATS.includes(type) ? bits(Number(got)) : String(got);
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError);
    return 'refused';
  }
}

/** A JavaScript number that is an integer is one, whatever it was made as: Python refuses its own `5.0` for an int. */
const isIntegralForInt = ({ type, kind, text }: Given): boolean =>
  kind === 'f' &&
  !FLOATS.includes(type) &&
  Number.isInteger(Buffer.from(text, 'hex').readDoubleBE());

describe.skipIf(!hasPython)('conversions', () => {
  test('random numbers', () => {
    const all = givens().filter((given) => !isIntegralForInt(given));
    const { stdout, stderr } = spawnSync('python3', ['-c', PYTHON], {
      encoding: 'utf8',
      input: JSON.stringify(all),
      maxBuffer: 1 << 28,
    });
    expect(stderr).toBe('');
    const theirs = JSON.parse(stdout) as readonly string[];
    const different = all.flatMap((given, index) => {
      const ours = keptHere(given);
      const isNaNs = ours.startsWith('7ff8') && (theirs[index] ?? '').startsWith('7ff8');
      return ours === theirs[index] || isNaNs ? [] : [{ ...given, ours, theirs: theirs[index] }];
    });
    expect(all.length).toBeGreaterThan(3500);
    expect(different.slice(0, 5)).toEqual([]);
  });
});
