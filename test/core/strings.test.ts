// Strings of the compiled core against Node's own: random text in one and two bytes, surrogates, long and short, with a fixed seed;
// every letter; strings made in many steps.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { RELEASE } from '../../compiler/options.ts';
import { buildModule, loadNative } from '../harness/build-module.ts';

type Value = string | number;
type Native = Readonly<Record<string, (...args: readonly Value[]) => unknown>>;

let native: Native;
beforeAll(async () => {
  const out = mkdtempSync(join(tmpdir(), 'mixmod-strings-'));
  try {
    const path = join(import.meta.dirname, 'strings-module.ts');
    native = loadNative((await buildModule(path, out, RELEASE)).node) as Native;
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}, 120_000);

/** Numerical Recipes' generator: the same numbers everywhere. */
class Random {
  #state = 20261126;
  below(limit: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * limit);
  }
  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }
}

const UNITS = [
  'ab',
  "aAbB$&`'. ",
  'éÿßµ×',
  '\0\t\n\u00a0\u2028\ufeff',
  '€ΣσςİŉΑ',
  '\ud83d\ude00\ud801\udc00',
];

function text(random: Random, longest: number): string {
  const length = random.pick([0, 1, 2, 3, 8, 40, 63, 64, 65, 200]);
  const pools = [random.pick(UNITS), random.pick(UNITS)];
  let out = '';
  while (out.length < Math.min(length, longest)) {
    const pool = random.pick(pools);
    out += pool.charAt(random.below(pool.length));
  }
  return out;
}

const index = (random: Random): number =>
  random.pick([0, 1, 2, -1, 5, 63, 64, 70, 300, 2.5, -3.5, NaN, Infinity, -Infinity, 2 ** 40]);

const METHODS: Readonly<Record<string, string>> = {
  at: 'ti', charAt: 'ti', charCodeAt: 'ti', codePointAt: 'ti', concat: 'tt', indexOf: 'tsi', lastIndexOf: 'tsi',
  includes: 'tsi', startsWith: 'tsi', endsWith: 'tsi', substring: 'tii', slice: 'tii', substr: 'tii',
  padStart: 'tns', padEnd: 'tns', repeat: 'tn', replace: 'tss', replaceAll: 'tss', trim: 't', trimStart: 't', trimEnd: 't',
  toUpperCase: 't', toLowerCase: 't', isWellFormed: 't', toWellFormed: 't',
}; // prettier-ignore

function argument(kind: string, first: string, random: Random): Value {
  if (kind === 'i') return index(random);
  if (kind === 'n') return random.below(150);
  if (kind === 't') return text(random, 300);
  const start = random.below(first.length + 1);
  return random.below(2) === 0 ? text(random, 8) : first.slice(start, start + 1 + random.below(5));
}

const own = (name: string, [receiver, ...rest]: readonly Value[]): unknown => {
  const method: unknown = Reflect.get(String.prototype, name);
  return typeof method === 'function' ? Reflect.apply(method, receiver, rest) : undefined;
};

describe('methods', () => {
  it.each(Object.entries(METHODS))('%s', (name, kinds) => {
    const random = new Random();
    for (let round = 0; round < 3000; round++) {
      const receiver = text(random, 300);
      const args = [
        receiver,
        ...Array.from(kinds.slice(1), (kind) => argument(kind, receiver, random)),
      ];
      const [got, wanted] = [native[name]?.(...args), own(name, args)];
      if (!Object.is(got, wanted))
        expect({ name, args, value: got }).toEqual({ name, args, value: wanted });
    }
  });
  it('comparisons, split and iteration', () => {
    const random = new Random();
    for (let round = 0; round < 5000; round++) {
      const [a, b] = [text(random, 80), random.below(3) === 0 ? text(random, 80) : ''];
      const c = b === '' ? a.slice(0, random.below(a.length + 1)) + text(random, 2) : b;
      const order =
        Number(a < c) +
        2 * Number(a <= c) +
        4 * Number(a === c) +
        8 * Number(a > c) +
        16 * Number(a >= c);
      expect(native.compare?.(a, c)).toBe(order);
      const separator = random.pick(['', 'a', 'ab', '€', text(random, 2)]);
      const parts = a.split(separator).map((part) => `${part.length}:${part}`);
      expect(native.split?.(a, separator)).toBe(parts.join(''));
      expect(native.points?.(a)).toBe([...a].map((one) => one.length + one).join(''));
    }
  });
});

it('what is found late, after many false starts', () => {
  const text = `${'ab'.repeat(500)}ac${'ab'.repeat(500)}`;
  for (const search of ['ac', 'aca', 'bac', 'abb', 'ba', 'cabab'])
    for (const from of [0, 1, 900, 1000, 1001, 1999, 2002])
      expect(native.indexOf?.(text, search, from)).toBe(text.indexOf(search, from));
});

it('the case of every code point, alone and beside a sigma', () => {
  for (let point = 0; point < 0x1f000; point += 16) {
    const points = Array.from({ length: 16 }, (_, i) => String.fromCodePoint(point + i));
    for (const one of [points.join(''), ...points.map((each) => `A${each}Σ${each}a`)]) {
      if (
        native.toUpperCase?.(one) !== one.toUpperCase() ||
        native.toLowerCase?.(one) !== one.toLowerCase()
      )
        expect([one, native.toUpperCase?.(one), native.toLowerCase?.(one)]).toEqual([
          one,
          one.toUpperCase(),
          one.toLowerCase(),
        ]);
    }
  }
});

it('strings made in many steps', () => {
  for (let run = 0; run < 60; run++) {
    const random = new Random();
    for (let i = 0; i < run; i++) random.below(2);
    let [made, other] = ['', ''];
    native.reset?.();
    for (let step = 0; step < 400; step++) {
      const piece = text(random, 80);
      const position = random.below(made.length + 1);
      const kind = random.below(made.length > 100_000 ? 4 : 16);
      if (kind === 0)
        [made] = [made.slice(0, position), native.cut?.(0, position)] as [string, unknown];
      else if (kind === 1) [other] = [made, native.keep?.()] as [string, unknown];
      else if (kind === 2)
        expect(native.look?.(position)).toBe(
          made.charCodeAt(position) + other.charCodeAt(position),
        );
      else if (kind === 3)
        [other] = [other + piece, native.appendOther?.(piece)] as [string, unknown];
      else if (kind === 4)
        [made] = [made + (piece + made) + piece, native.both?.(piece)] as [string, unknown];
      else if (kind < 8) [made] = [piece + made, native.prepend?.(piece)] as [string, unknown];
      else [made] = [made + piece, native.append?.(piece)] as [string, unknown];
    }
    expect(native.results?.() === `${made}|${other}|${made === other}`).toBe(true);
  }
});
