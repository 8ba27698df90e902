// Functions without errno, which V8's optimized code calls itself: random signatures with arguments in all registers and on the stack,
// pointers among them, from code that is optimized and code that is not; and every kind of memory that a pointer may be to.
import { describe, expect, test } from 'vitest';
import { hasFastCalls } from '../../../modules/_ffi/fast-call.ts';
import { I32, SLOW_CALLS } from '../../../modules/_ffi/frame.ts';
import { CallbackPtr, CDLL, type FfiType, types } from '../../../modules/_ffi/index.ts';
import { VIEW_LAYOUT } from '../../../modules/_ffi/view-layout.ts';
import { compileC, loadC } from './c-library.ts';

const { double, float, sbyte, sint, slonglong, sshort, ubyte, uint, ulong, ushort, void_p } = types;
const BARE = { errno: false };
/** So many that V8 optimizes what makes them. */
const MANY = 20_000;

interface Kind {
  readonly c: string;
  readonly type: FfiType;
  readonly values: readonly unknown[];
}

const MEMORY = Int32Array.from({ length: 64 }, (_, i) => i * i - 40);
const KINDS: readonly Kind[] = [
  { c: 'signed char', type: sbyte, values: [-128, -1, 0, 127] },
  { c: 'unsigned char', type: ubyte, values: [0, 7, 255] },
  { c: 'short', type: sshort, values: [-32768, 12, 32767] },
  { c: 'unsigned short', type: ushort, values: [0, 9, 65535] },
  { c: 'int', type: sint, values: [-2147483648, -3, -0, 2147483647] },
  { c: 'unsigned', type: uint, values: [0, 11, 4294967295] },
  { c: 'float', type: float, values: [0.5, -1.25, 3] },
  { c: 'double', type: double, values: [0.125, -2, 1e6, 2 ** 40] },
  { c: 'long long', type: slonglong, values: [-(2n ** 40n), -1n, 0n, 5n, -7, 2 ** 41] },
  { c: 'unsigned long', type: ulong, values: [0n, 2n ** 42n, 3n, 6, 2 ** 41] },
  {
    c: 'const int *',
    type: void_p,
    values: [MEMORY, MEMORY.subarray(5), Buffer.from([9, 0, 0, 0]), null],
  },
];
const FIRST = (MEMORY[0] ?? 0) & 255;
const RESULTS = KINDS.slice(0, 10);
/** More than registers hold; those of floating point numbers are eight. */
const LENGTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];

let state = 5;
const random = (below: number): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};

const functions = LENGTHS.flatMap((length) => [length, length]).map((length, index) => {
  const args: Kind[] = [];
  while (args.length < length) {
    const kind = KINDS[random(KINDS.length)] as Kind;
    const isFloat = kind.type === double || kind.type === float;
    if (!isFloat || args.filter(({ type }) => type === double || type === float).length < 8)
      args.push(kind);
  }
  return { name: `f${index}`, args, result: RESULTS[index % RESULTS.length] as Kind };
});

/** A double that all values fit into, small enough for every result. */
const SOURCE = functions
  .map(({ name, args, result }) => {
    const parameters = args.map(({ c }, i) => `${c} a${i}`).join(', ');
    const values = args.map(({ type }, i) => (type === void_p ? `(a${i} ? *a${i} : 77)` : `a${i}`));
    const sum = values.map((value, i) => `${i + 1} * (double)${value}`).join(' + ');
    return `${result.c} ${name}(${parameters}) { double x = ${sum}; return (long)__builtin_fmod(x < 0 ? -x : x, 101); }`;
  })
  .join('\n');

const numberOf = (value: unknown): number => {
  if (value === null) return 77;
  if (value instanceof Int32Array) return value[0] ?? 0;
  return value instanceof Buffer ? value.readInt32LE() : Number(value);
};
const expectedOf = (values: readonly unknown[]): number =>
  Math.trunc(
    Math.abs(values.reduce<number>((sum, one, i) => sum + (i + 1) * numberOf(one), 0)) % 101,
  );

const slowCalls = (): number => I32[SLOW_CALLS] ?? 0;

describe('random signatures', () => {
  const lib = new CDLL(compileC(SOURCE));
  test.each(functions)('$name', ({ name, args, result }) => {
    const call = lib.getfunc(
      name,
      args.map(({ type }) => type),
      result.type,
      BARE,
    );
    const rounds = Array.from({ length: 8 }, () => {
      const values = args.map(({ values: some }) => some[random(some.length)]);
      return { values, expected: expectedOf(values) };
    });
    // A text of its own: V8 shares what it learns of equal ones.
    const source = `return (n) => { let wrong = 0; for (let i = 0; i < n; i++) {
      const { values: v, expected } = rounds[i & 7];
      if (Number(call(${args.map((_, i) => `v[${i}]`).join(', ')})) !== expected) wrong++;
    } return wrong; }; // ${name}`;
    const run = new Function('call', 'rounds', source)(call, rounds) as (n: number) => number;
    expect(run(8)).toBe(0);
    // V8 optimizes in another thread, when it has time.
    let slow = MANY;
    for (let round = 0; round < 100 && slow > MANY / 10; round++) {
      const before = slowCalls();
      expect(run(MANY)).toBe(0);
      slow = slowCalls() - before;
    }
    if (hasFastCalls) expect(slow).toBeLessThanOrEqual(MANY / 10);
  });
});

test.runIf(hasFastCalls)('where V8 has the memory of a view is known', () => {
  expect(VIEW_LAYOUT).not.toBeNull();
});

describe('64 bits', () => {
  const lib = loadC(`
long long same(long long x) { return x; }
unsigned long same_unsigned(unsigned long x) { return x; }
void *pointer(unsigned long x) { return (void *)x; }
long seventh(int a, int b, int c, int d, int e, long f) { return a + b + c + d + e + f; }`);
  const same = lib.getfunc('same', [slonglong], slonglong, BARE);
  const sameUnsigned = lib.getfunc('same_unsigned', [ulong], ulong, BARE);
  const pointer = lib.getfunc('pointer', [ulong], void_p, BARE);
  const six = [sint, sint, sint, sint, sint, slonglong] as const;
  const seventh = lib.getfunc('seventh', six, slonglong, BARE);
  const [least, most, all] = [-(2n ** 63n), 2n ** 63n - 1n, 2n ** 64n - 1n];
  const heat = (call: (value: never) => unknown, value: unknown, expected: unknown): void => {
    for (let i = 0; i < MANY; i++)
      if (call(value as never) !== expected) throw new Error(`${String(value)} ${i}`);
  };
  test.each([least, most, 0n, -1n, 1n, 2n ** 32n, -(2n ** 32n)])('%d is signed', (value) => {
    heat(same, value, value);
  });
  test.each([0, -1, 2 ** 53 - 1, 1 - 2 ** 53])('the number %d', (value) => {
    heat(same, value, BigInt(value));
  });
  test.each([0n, all, 2n ** 63n, 7n])('%d is unsigned', (value) => {
    heat(sameUnsigned, value, value);
  });
  test('pointers that C gives', () => {
    heat(pointer, 4096n, 4096);
    heat(pointer, 2 ** 47, 2 ** 47);
    heat(pointer, 0, 0);
    heat(pointer, all, Number(all));
  });
  test('behind other arguments', () => {
    for (let i = 0; i < MANY; i++)
      if (seventh(1, 2, 3, 4, i, most - BigInt(i + 10)) !== most) throw new Error(`${i}`);
  });
  test.each([
    ['too large', same, most + 1n, RangeError],
    ['too small', same, least - 1n, RangeError],
    ['much too large', same, 2n ** 64n, RangeError],
    ['negative', sameUnsigned, -1n, RangeError],
    ['much too large, unsigned', sameUnsigned, 2n ** 70n, RangeError],
    ['a negative number', sameUnsigned, -1, RangeError],
    ['no safe integer', same, 2 ** 53, RangeError],
    ['a fraction', same, 0.5, TypeError],
    ['a text', same, '5', TypeError],
    ['null', same, null, TypeError],
  ] as const)('%s is refused in hot code', (_what, call, value, error) => {
    heat(call as never, 5n, 5n);
    expect(() => heat(call as never, value, 0n)).toThrow(error);
    expect(() => call(value as never)).toThrow(/same\w*\(\) argument 1/);
    heat(call as never, 5n, 5n);
  });
});

describe('pointers', () => {
  const lib = loadC(`
unsigned char first(const unsigned char *p) { return p ? *p : 200; }
long long address(const void *p) { return (long long)p; }
void fill(unsigned char *p, int n, int value) { while (n-- > 0) *p++ = value; }`);
  const first = lib.getfunc('first', [void_p], ubyte, BARE);
  const address = lib.getfunc('address', [void_p], types.slonglong);
  const fill = lib.getfunc('fill', [void_p, sint, sint], types.void, BARE);
  const buffer = Uint8Array.from({ length: 256 }, (_, i) => i).buffer;
  const shared = new Uint8Array(new SharedArrayBuffer(8));
  const resizable = new (ArrayBuffer as unknown as new (n: number, o: object) => ArrayBuffer)(8, {
    maxByteLength: 16,
  });
  const detached = (): Uint8Array => {
    const view = new Uint8Array(16);
    structuredClone(view.buffer, { transfer: [view.buffer] });
    return view;
  };
  const heat = (value: unknown, expected: number): void => {
    for (let i = 0; i < MANY; i++) if (first(value as never) !== expected) throw new Error(`${i}`);
  };

  test.each([
    ['bytes', new Uint8Array(buffer, 3), 3],
    ['a Buffer', Buffer.from(buffer, 7, 2), 7],
    ['clamped', new Uint8ClampedArray(buffer, 9), 9],
    ['signed', new Int8Array(buffer, 1), 1],
    ['16 bits', new Uint16Array(buffer, 2), 2],
    ['32 bits', new Int32Array(buffer, 4), 4],
    ['float', new Float32Array(buffer, 8), 8],
    ['double', new Float64Array(buffer, 16), 16],
    ['64 bits', new BigInt64Array(buffer, 24), 24],
    ['a DataView', new DataView(buffer, 5), 5],
    ['the whole of it', buffer, 0],
    ['in V8’s heap', Uint8Array.of(42), 42],
    ['a part of what is in V8’s heap', Int32Array.of(1, 43).subarray(1), 43],
    ['resizable memory', new Uint8Array(resizable), 0],
    ['null', null, 200],
    ['what has an address', { getaddr: () => Number(address(new Uint8Array(buffer, 11))) }, 11],
    ['an address', Number(address(new Uint8Array(buffer, 12))), 12],
  ])('%s', (_what, value, expected) => {
    heat(value, expected);
    heat(value, expected);
  });
  test.each([
    ['detached memory', detached(), TypeError],
    ['shared memory', shared, TypeError],
    ['a negative address', -8, RangeError],
    ['NaN', NaN, TypeError],
    ['a fraction', 0.5, TypeError],
    ['too large an address', 2 ** 60, RangeError],
    ['a bigint', 8n, TypeError],
    ['a text', 'text', TypeError],
    ['undefined', undefined, TypeError],
    ['an object', {}, TypeError],
    ['a function', () => 1, TypeError],
    ['a symbol', Symbol.iterator, TypeError],
  ])('%s is refused, in hot code, too', (_what, value, error) => {
    heat(MEMORY, FIRST);
    expect(() => heat(value, 0)).toThrow(error);
    expect(() => first(value as never)).toThrow(/first\(\) argument 1/);
    heat(MEMORY, FIRST);
  });
  test('memory that goes away in hot code', () => {
    const view = Uint8Array.from({ length: 100 }, () => 6);
    heat(view, 6);
    structuredClone(view.buffer, { transfer: [view.buffer] });
    expect(() => heat(view, 6)).toThrow(/first\(\) argument 1/);
  });
  test('more pointers than there is room for instructions', () => {
    const names = Array.from({ length: 16 }, (_, i) => `p${i}`);
    const own = loadC(`int all(${names.map((name) => `const int *${name}`).join(', ')}) {
      return ${names.map((name, i) => `${i + 1} * *${name}`).join(' + ')}; }`);
    const all = own.getfunc('all', Array<typeof void_p>(16).fill(void_p), sint, BARE);
    const views = names.map((_, i) => Int32Array.of(i, ...Array<number>(20).fill(0)));
    const expected = names.reduce((sum, _, i) => sum + (i + 1) * i, 0);
    for (let i = 0; i < MANY; i++) if (all(...views) !== expected) throw new Error(`${i}`);
  });
  test('C writes to it', () => {
    const small = new Uint8Array(4);
    for (let i = 0; i < MANY; i++) {
      fill(small, 3, i & 255);
      if (small[2] !== (i & 255) || small[3] !== 0) throw new Error(`${i}`);
    }
    expect(small.join()).toBe([31, 31, 31, 0].join());
  });
  test('a wrong number of arguments', () => {
    heat(MEMORY, FIRST);
    expect(() => (first as unknown as () => void)()).toThrow(
      /first\(\) takes exactly 1 argument \(0 given\)/,
    );
    expect(() => (first as unknown as (...a: unknown[]) => void)(null, 1)).toThrow(/\(2 given\)/);
  });
  test('a closed library, and others after it', () => {
    const own = loadC('int one(const int *p) { return *p; }');
    const one = own.getfunc('one', [void_p], sint, BARE);
    const run = (): void => {
      for (let i = 0; i < MANY; i++) one(MEMORY);
    };
    run();
    own.close();
    expect(run).toThrow(/closed/);
    heat(MEMORY, FIRST);
    using alive = new CallbackPtr(() => 0, [], sint);
    heat(MEMORY, FIRST);
    expect(alive.getaddr()).toBeGreaterThan(0);
  });
});
