// `mixmod/modules/random` gives what CPython's `random` gives, bit by bit, for the same seeds and calls.
import { describe, expect, test } from 'vitest';
import {
  Random,
  SystemRandom,
  random as shared,
  seed as seedShared,
} from '../../../dist/modules/random/index.js';
import { pythonResults, resultText, type Argument, type Call, type Case } from './python.ts';

const call = (method: string, ...args: readonly Argument[]): Call => ({ method, args });
const times = (count: number, calls: readonly Call[]): readonly Call[] =>
  Array.from({ length: count }, () => calls).flat();

const FLOATS: readonly Call[] = [
  call('random'),
  call('uniform', -2.5, 7.25),
  call('triangular'),
  call('triangular', 1.5, 9.5, 3.25),
  call('triangular', 2.5, 2.5, 2.5),
  call('betavariate', 2.5, 3.5),
  call('betavariate', 0.5, 0.25),
  call('expovariate', 1.5),
  call('gammavariate', 9.5, 2.5),
  call('gammavariate', 1, 0.5),
  call('gammavariate', 0.3, 1.5),
  call('gauss', 1.5, 2.5),
  call('gauss'),
  call('lognormvariate', 0.5, 0.25),
  call('normalvariate', -1.5, 3.5),
  call('normalvariate'),
  call('vonmisesvariate', 1.5, 4.5),
  call('vonmisesvariate', 6.1, 0),
  call('paretovariate', 2.5),
  call('weibullvariate', 1.5, 0.75),
];
const LETTERS: Argument = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const MANY: Argument = Array.from({ length: 100 }, (_, i) => i);
const OTHERS: readonly Call[] = [
  ...[0, 1, 31, 32, 33, 53, 54, 64, 65, 300].map((bits) => call('getrandbits', bits)),
  ...[0, 1, 2, 3, 4, 5, 33].map((count) => call('randbytes', count)),
  call('randrange', 10),
  call('randrange', -5, 5),
  call('randrange', 5, 50, 7),
  call('randrange', 50, 5, -7),
  call('randrange', 2 ** 32),
  call('randrange', 2 ** 40 + 1),
  call('randrange', Number.MAX_SAFE_INTEGER),
  call('randrange', -Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
  call('randrange', 10n ** 30n),
  call('randrange', -(10n ** 30n), 10n ** 20n, 10n ** 7n),
  call('randint', 1, 6),
  call('randint', 0, 0),
  call('randint', 0, 2n ** 64n),
  call('choice', LETTERS),
  call('choice', 'text'),
  call('shuffle', LETTERS),
  call('shuffle', MANY),
  call('shuffle', []),
  call('sample', LETTERS, 3),
  call('sample', LETTERS, 7),
  call('sample', MANY, 4),
  call('sample', MANY, 6),
  call('sample', MANY, 90),
  call('sample', MANY, 0),
  { method: 'sample', args: [LETTERS, 5], named: { counts: [1, 0, 3, 2, 9, 1, 0] } },
  { method: 'choices', args: [LETTERS], named: { k: 5 } },
  { method: 'choices', args: ['text'] },
  { method: 'choices', args: [LETTERS], named: { weights: [1, 2.5, 3, 0, 1, 0.25, 2], k: 6 } },
  { method: 'choices', args: [LETTERS], named: { cum_weights: [1, 2, 3, 5, 8, 13, 21], k: 6 } },
];

const SEEDS: readonly (readonly [string, number | bigint | string | Uint8Array])[] = [
  ...[0, 1, -1, 2, 42, 2 ** 32 - 1, 2 ** 32, 123456789012, -(2 ** 53 - 1)].map(
    (seed) => [String(seed), seed] as const,
  ),
  ...[2n ** 64n, -(3n ** 200n), 10n ** 3000n].map((seed) => [String(seed), seed] as const),
  ...[0.5, -0.5, 1.1, 3.14159, 1e-300, -5e-324, 2.5e100, 1e300, 0.1 + 0.2].map(
    (seed) => [String(seed), seed] as const,
  ),
  ["float('inf')", Infinity],
  ["float('-inf')", -Infinity],
  ...['', 'a', 'text', 'grüße', '\u{1F40D}', 'x'.repeat(500)].map(
    (seed) => [JSON.stringify(seed).replace('\u{1F40D}', '\\U0001f40d'), seed] as const,
  ),
  ["b''", new Uint8Array()],
  ["b'\\x00\\xff\\x80'", Uint8Array.of(0, 255, 128)],
  ['bytes(range(256))', Uint8Array.from({ length: 256 }, (_, i) => i)],
];

function ours(seed: (typeof SEEDS)[number][1], calls: readonly Call[]): readonly string[] {
  const generator = new Random(seed);
  return calls.map(({ method, args, named }) => {
    const own = args.map((one) => (Array.isArray(one) ? [...(one as unknown[])] : one));
    const all = named ? [...own, named] : own;
    const run = Reflect.get(generator, method) as (...args: unknown[]) => unknown;
    const result = run.apply(generator, all);
    const isFloat = FLOATS.some((one) => one.method === method);
    return resultText(method === 'shuffle' ? own[0] : result, isFloat);
  });
}

function compare(cases: readonly (Case & { own: (typeof SEEDS)[number][1] })[]): void {
  const expected = pythonResults(cases);
  const names = cases.flatMap(({ seed, calls }) =>
    calls.map(({ method, args }) => `${seed}: ${method}(${args.map(String).join()})`),
  );
  const found = cases.flatMap(({ own, calls }) => ours(own, calls));
  const differ = found
    .map((text, i) => ({ call: names[i], text, expected: expected[i] }))
    .filter((one) => one.text !== one.expected);
  expect(differ.slice(0, 5)).toEqual([]);
  expect(found).toHaveLength(expected.length);
}

test('the same numbers for every kind of seed', () => {
  const calls = [...FLOATS, ...OTHERS];
  compare(SEEDS.map(([seed, own]) => ({ seed, own, calls })));
});

test('the same numbers for a thousand seeds', () => {
  const calls = [
    call('random'),
    call('gauss', 1, 2),
    call('randrange', 1000),
    call('gammavariate', 1.5, 2),
  ];
  compare(
    Array.from({ length: 1000 }, (_, i) => ({ seed: String(i * 7919), own: i * 7919, calls })),
  );
});

test('the same numbers through many blocks of the generator', () => {
  const calls = [...times(2000, [call('random')]), ...times(60, [...FLOATS, ...OTHERS])];
  compare([{ seed: '2024', own: 2024, calls }]);
});

describe('state', () => {
  test('is what CPython calls it', () => {
    const generator = new Random(5);
    const calls = [
      ...times(7, [call('random'), call('getrandbits', 5)]),
      call('gauss'),
      call('getstate'),
    ];
    for (const { method, args } of calls.slice(0, -1))
      (Reflect.get(generator, method) as (...args: unknown[]) => unknown).apply(generator, [
        ...args,
      ]);
    const [version, words, gaussNext] = generator.getstate();
    const text = `[${version},[${words.join()}],${resultText(gaussNext, true)}]`;
    expect(text).toBe(pythonResults([{ seed: '5', calls }]).at(-1));
  });

  test('brings the same numbers back', () => {
    const generator = new Random('state');
    for (let i = 0; i < 333; i++) generator.random();
    generator.gauss();
    const state = generator.getstate();
    const numbers = (of: Random): readonly unknown[] => [
      of.gauss(),
      of.random(),
      of.randbytes(3000),
      of.getrandbits(64),
    ];
    const first = numbers(generator);
    const other = new Random();
    other.setstate(state);
    expect(numbers(other)).toEqual(first);
    generator.setstate(state);
    expect(numbers(generator)).toEqual(first);
  });
});

test('without a seed no two are equal', () => {
  expect(new Random().random()).not.toBe(new Random().random());
  expect(new Random(null).random()).not.toBe(new Random(undefined).random());
});

test('the functions share a generator', () => {
  seedShared(1);
  expect(shared()).toBe(new Random(1).random());
});

test('a subclass that has only `random` decides all', () => {
  class Half extends Random {
    override random(): number {
      return 0.5;
    }
  }
  const half = new Half();
  expect([half.randrange(10), half.choice('abcd'), half.uniform(0, 4)]).toEqual([6, 'a', 2]);
  expect(() => half.randrange(2n ** 70n)).toThrow('random gives 53 bits, too few');
  class Bits extends Half {
    override getrandbits(): number {
      return 3;
    }
  }
  expect([new Bits().randrange(10), new Bits().random()]).toEqual([3, 0.5]);
});

describe('SystemRandom', () => {
  const system = new SystemRandom();
  test('gives what is asked for', () => {
    for (let i = 0; i < 200; i++) {
      expect(system.random()).toSatisfy((x: number) => x >= 0 && x < 1);
      expect(system.randint(-3, 3)).toSatisfy(
        (x: number) => Number.isInteger(x) && Math.abs(x) <= 3,
      );
      expect(Number(system.getrandbits(3))).toBeLessThan(8);
    }
    expect(system.getrandbits(200)).toBeTypeOf('bigint');
    expect(system.getrandbits(0)).toBe(0);
    expect(system.randbytes(17)).toHaveLength(17);
    expect(system.randbytes(0)).toHaveLength(0);
  });
  test('has no state', () => {
    system.seed();
    expect(() => system.getstate()).toThrow(
      'getstate: the generator of the operating system has no state',
    );
    expect(() => system.setstate()).toThrow('setstate: the generator');
  });
});

const generator = new Random(1);
const wrong: readonly (readonly [string, () => unknown, string])[] = [
  [
    'TypeError',
    () => new Random({} as never),
    'seed: seed must be a number, bigint, string or Uint8Array, not object',
  ],
  ['RangeError', () => new Random(NaN), 'seed: seed must not be NaN'],
  ['RangeError', () => new Random('\ud800'), 'seed: seed has an unpaired surrogate'],
  [
    'RangeError',
    () => generator.getrandbits(-1),
    'getrandbits: k must be an integer from 0, not -1',
  ],
  ['RangeError', () => generator.getrandbits(2 ** 31), 'getrandbits: k must be at most 1073741824'],
  [
    'TypeError',
    () => generator.getrandbits('3' as never),
    'getrandbits: k must be a number, not string',
  ],
  ['RangeError', () => generator.randbytes(1.5), 'randbytes: n must be an integer from 0, not 1.5'],
  ['RangeError', () => generator.randrange(0), 'randrange: the range from 0 to 0 is empty'],
  ['RangeError', () => generator.randrange(5, 3), 'randrange: the range from 5 to 3 is empty'],
  ['RangeError', () => generator.randrange(3, 5, -1), 'randrange: the range from 3 to 5 is empty'],
  ['RangeError', () => generator.randrange(3, 5, 0), 'randrange: step must not be 0'],
  [
    'RangeError',
    () => generator.randrange(1.5),
    'randrange: start must be a safe integer or a bigint, not 1.5',
  ],
  [
    'TypeError',
    () => generator.randint('1' as never, 2),
    'randint: a must be a number or a bigint, not string',
  ],
  ['RangeError', () => generator.randint(2, 1), 'randint: the range from 2 to 2 is empty'],
  ['RangeError', () => generator.choice([]), 'choice: sequence must not be empty'],
  [
    'TypeError',
    () => generator.choice({} as never),
    'choice: sequence must be an array or a string, not object',
  ],
  [
    'RangeError',
    () => generator.choices([1, 2], { weights: [1] }),
    'choices: there must be 2 weights, not 1',
  ],
  [
    'TypeError',
    () => generator.choices([1], { weights: [1], cum_weights: [1] }),
    'choices: only one of weights and cum_weights',
  ],
  [
    'RangeError',
    () => generator.choices([1], { weights: [0] }),
    'choices: the total of weights must be finite and greater than 0, not 0',
  ],
  [
    'TypeError',
    () => generator.choices([1], { weights: ['1' as never] }),
    'choices: an element of weights must be a number, not string',
  ],
  ['RangeError', () => generator.choices([]), 'choices: population must not be empty'],
  [
    'TypeError',
    () => generator.shuffle('text' as never),
    'shuffle: x must be an array, not string',
  ],
  [
    'RangeError',
    () => generator.sample([1, 2], 3),
    'sample: k must be at most 2, the size of population, not 3',
  ],
  [
    'RangeError',
    () => generator.sample([1, 2], 1, { counts: [1] }),
    'sample: counts must have 2 elements, not 1',
  ],
  [
    'RangeError',
    () => generator.sample([1, 2], 1, { counts: [0, 0] }),
    'sample: the total of counts must be greater than 0',
  ],
  [
    'TypeError',
    () => generator.uniform('1' as never, 2),
    'uniform: a must be a number, not string',
  ],
  [
    'RangeError',
    () => generator.gammavariate(0, 1),
    'gammavariate: alpha must be greater than 0, not 0',
  ],
  [
    'RangeError',
    () => generator.betavariate(1, -1),
    'betavariate: beta must be greater than 0, not -1',
  ],
  ['RangeError', () => generator.expovariate(0), 'expovariate: lambd must not be 0'],
  [
    'RangeError',
    () => generator.lognormvariate(1000, 0),
    'lognormvariate: the result is too large for a number',
  ],
  [
    'TypeError',
    () => generator.setstate([] as never),
    'setstate: state must be what getstate gives, not another array',
  ],
  [
    'TypeError',
    () => generator.setstate([3, [1, 2], null] as never),
    'setstate: state must be what getstate gives',
  ],
];

test.each(wrong)('%s: %s', (name, action, message) => {
  const before = generator.getstate();
  expect(action).toThrow(
    expect.objectContaining({ name, message: expect.stringContaining(message) as string }),
  );
  if (!/lognorm/.test(message)) expect(generator.getstate()).toEqual(before);
});
