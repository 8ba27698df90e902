// Calls by V8's optimized code: that they happen, that they do not while C may call JavaScript, in workers, and that nothing leaks.
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { hasFastCalls } from '../../../modules/_ffi/fast-call.ts';
import { I32, SLOW_CALLS } from '../../../modules/_ffi/frame.ts';
import { CallbackPtr, Field, get_libc, Structure, types } from '../../../modules/_ffi/index.ts';
import { loadC } from './c-library.ts';

const { sint, void_p } = types;
const MANY = 1_000_000;

const lib = loadC(`
int add(int a, int b) { return a + b; }
int call(int (*f)(int), int x) { return f ? f(x) : x; }
struct ii { int a, b; };
struct ii swap(struct ii s) { struct ii r = { s.b, s.a }; return r; }
unsigned long long up(unsigned long long x) { return x + 1; }
static int calls; static double sum; static int (*hook)(int);
void tick(void) { calls++; if (hook) hook(calls); }
void collect(double a, float b, double c, float d, double e, double f, double g, double h) { sum += a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h; }
int ticks(void) { return calls; }
double collected(void) { return sum; }
void set_hook(int (*f)(int)) { hook = f; }
double subtract(double a, double b) { return a - b; }
float half(float a) { return a / 2; }
double nine(int a, double b, unsigned c, float d, short e, double f, unsigned char g, double h) { return a + 2 * b + 3.0 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h; }
unsigned large(void) { return 4000000000u + (calls & 7); }
`);

const slowCalls = (): number => I32[SLOW_CALLS] ?? 0;

describe.runIf(hasFastCalls)('fast calls', () => {
  test('hot code makes them', () => {
    const add = lib.getfunc('add', [sint, sint], sint);
    const run = (): number => {
      let sum = 0;
      for (let i = 0; i < MANY; i++) sum = add(sum, 1);
      return sum;
    };
    run();
    const before = slowCalls();
    expect(run()).toBe(MANY);
    expect(slowCalls() - before).toBeLessThan(MANY / 10);
  });
  test('code that has become hot may still be called back', () => {
    const call = lib.getfunc('call', [void_p, sint], sint);
    const run = (f: CallbackPtr<readonly [typeof sint], typeof sint> | null): number => {
      let sum = 0;
      for (let i = 0; i < 50_000; i++) sum += call(f, 1);
      return sum;
    };
    expect(run(null)).toBe(50_000);
    expect(run(null)).toBe(50_000);
    let garbage: unknown;
    const f = new CallbackPtr(
      (x) => {
        garbage = { x, garbage: Array(10).fill(x) };
        return 2 * x;
      },
      [sint],
      sint,
    );
    expect(run(f)).toBe(100_000);
    f.free();
    expect(run(null)).toBe(50_000);
    expect(garbage).toBeDefined();
  });
  test('functions without errno', () => {
    const { double, float } = types;
    const counted = lib.getfunc('ticks', [], sint);
    const tick = lib.getfunc('tick', [], types.void, { errno: false });
    const eight = [double, float, double, float, double, double, double, double] as const;
    const collect = lib.getfunc('collect', eight, types.void, { errno: false });
    const collected = lib.getfunc('collected', [], double);
    const run = (): void => {
      for (let i = 0; i < MANY; i++) {
        tick();
        collect(i, 0.5, 1, 0.25, 1, 1, 1, 1);
      }
    };
    run();
    const before = slowCalls();
    run();
    expect(counted()).toBe(2 * MANY);
    // It is exact: all of it are halves below 2^53.
    expect(collected()).toBe(2 * ((MANY * (MANY - 1)) / 2 + MANY * 31));
    expect(slowCalls() - before).toBeLessThan(MANY / 10);
    expect(() => collect(1, 2, 3, 4, 5, 6, 7, '8' as never)).toThrow(/collect\(\) argument 8/);
    // While a callback lives C may call it, also from hot code.
    const seen: number[] = [];
    using hook = new CallbackPtr((n) => seen.push(n), [sint], sint);
    const setHook = lib.getfunc('set_hook', [void_p], types.void);
    setHook(hook);
    tick();
    setHook(null);
    expect(seen).toEqual([2 * MANY + 1]);
  });
  test('what functions without errno give', () => {
    const { double, float, uint } = types;
    const bare = { errno: false };
    const subtract = lib.getfunc('subtract', [double, double], double, bare);
    const half = lib.getfunc('half', [float], float, bare);
    const ticks = lib.getfunc('ticks', [], sint, bare);
    const large = lib.getfunc('large', [], uint, bare);
    const tick = lib.getfunc('tick', [], types.void, bare);
    const { sshort, ubyte } = types;
    const mixed = [sint, double, uint, float, sshort, double, ubyte, double] as const;
    const nine = lib.getfunc('nine', mixed, double, bare);
    const add = lib.getfunc('add', [sint, sint], sint, bare);
    const run = (): number => {
      let sum = 0;
      for (let i = 0; i < 300_000; i++) {
        const n = ticks();
        tick();
        const all =
          subtract(i, 0.5) === i - 0.5 &&
          half(i / 3) === Math.fround(Math.fround(i / 3) / 2) &&
          ticks() === n + 1 &&
          large() === 4_000_000_000 + ((n + 1) & 7) &&
          add(-i, 5) === 5 - i &&
          nine(-i, 0.5, 4e9, 0.25, -7, i, 255, 1.5) === 1.2e10 + 5 * i + 1764;
        sum += all ? 1 : 0;
      }
      return sum;
    };
    expect(run()).toBe(300_000);
    expect(run()).toBe(300_000);
    expect(Object.is(subtract(-0, 0), -0)).toBe(true);
    expect(subtract(NaN, 1)).toBeNaN();
  });
  test('functions that never call back, while a callback lives', () => {
    const leaf = { callsBack: false };
    const add = lib.getfunc('add', [sint, sint], sint, leaf);
    const half = lib.getfunc('half', [types.float], types.float, { ...leaf, errno: false });
    using alive = new CallbackPtr(() => 0, [], sint);
    const run = (): number => {
      let sum = 0;
      for (let i = 0; i < MANY; i++) sum = add(sum, 1) + half(0);
      return sum;
    };
    expect(run()).toBe(MANY);
    const before = slowCalls();
    expect(run()).toBe(MANY);
    expect(slowCalls() - before).toBeLessThan(MANY / 10);
    expect(alive.getaddr()).toBeGreaterThan(0);
  });
  test('a function without errno of a closed library throws', () => {
    const own = loadC('int n; void tick(void) { n++; }');
    const tick = own.getfunc('tick', [], types.void, { errno: false });
    const run = (): void => {
      for (let i = 0; i < 100_000; i++) tick();
    };
    run();
    run();
    own.close();
    expect(run).toThrow(/closed/);
  });
  // V8 ends the process where the optimized code and the other give results of different types.
  test('strings of all kinds in hot code', () => {
    const length = get_libc().getfunc('strlen', [types.char_p], types.ulong);
    const texts = ['', 'text', 'né', '€', `${'x'.repeat(20)}${'y'.repeat(20)}`, 'x'.repeat(4096)];
    texts.push(
      'x'.repeat(4097),
      'a long text of which a part is taken'.slice(2, 30),
      'é'.repeat(50),
    );
    for (let i = 0; i < 300_000; i++) {
      const text = texts[i % 9] ?? '';
      if (Number(length(text)) !== Buffer.byteLength(text))
        throw new Error(`wrong length of ${text}`);
    }
    expect(() => length('a\0b')).toThrow(TypeError);
  });
});

const SCRIPT = (body: string): string => `
const { Worker, isMainThread } = await import('node:worker_threads');
const { CallbackPtr, CDLL, get_libc, types } = await import('./dist/modules/_ffi/index.js');
${body}`;

function runNode(body: string, env: NodeJS.ProcessEnv = {}): string {
  const args = ['--expose-gc', '--input-type=module', '-e', SCRIPT(body)];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return stdout.trim() + stderr.trim();
}

const EXERCISE = `
const abs = get_libc().getfunc('abs', [types.sint], types.sint);
let sum = 0;
for (let i = 0; i < 200000; i++) sum += abs(-1);
const sort = get_libc().getfunc('qsort', [types.void_p, types.ulong, types.ulong, types.void_p], types.void);
let compared = 0;
const compare = new CallbackPtr(() => { compared++; return 0; }, [types.void_p, types.void_p], types.sint);
sort(new Int32Array(10), 10, 4, compare);
compare.free();
console.log(sum, compared > 8);`;

describe('elsewhere', () => {
  test('in the built package', () => expect(runNode(EXERCISE)).toBe('200000 true'));
  test('without fast calls', () => {
    expect(runNode(EXERCISE, { MIXMOD_FAST_CALLS: '0' })).toBe('200000 true');
  });
  test('in workers', () => {
    const body = `
const text = ${JSON.stringify(`import('./dist/modules/_ffi/index.js').then(({ CallbackPtr, get_libc, types }) => {${EXERCISE}})`)};
for (let i = 0; i < 4; i++) {
  const worker = new Worker(text, { eval: true });
  await new Promise((resolve) => worker.once('exit', resolve));
}
${EXERCISE}`;
    expect(runNode(body)).toBe(Array(5).fill('200000 true').join('\n'));
  });
});

describe('a million calls leave memory as it was', () => {
  const grown = (run: () => void): number => {
    run();
    const before = process.memoryUsage().rss;
    run();
    run();
    return (process.memoryUsage().rss - before) / 2 ** 20;
  };
  const repeat =
    (run: () => void, count = MANY) =>
    (): void => {
      for (let i = 0; i < count; i++) run();
    };
  const most = 40;

  test('numbers', () => {
    const add = lib.getfunc('add', [sint, sint], sint);
    expect(grown(repeat(() => add(1, 2)))).toBeLessThan(most);
  });
  test('bigints, strings, structures', () => {
    const up = lib.getfunc('up', [types.ulong], types.ulong);
    expect(grown(repeat(() => up(2n ** 62n)))).toBeLessThan(most);
    const length = get_libc().getfunc('strlen', [types.char_p], types.ulong);
    expect(grown(repeat(() => length('some text')))).toBeLessThan(most);
    const II = new Structure('ii', [new Field('a', sint), new Field('b', sint)]);
    const swap = lib.getfunc('swap', [II], II);
    const one = II.allocate({ a: 1 });
    expect(grown(repeat(() => swap(one)))).toBeLessThan(most);
  });
  test('callbacks, and making them', () => {
    const call = lib.getfunc('call', [void_p, sint], sint);
    const f = new CallbackPtr((x) => x, [sint], sint);
    expect(grown(repeat(() => call(f, 1)))).toBeLessThan(most);
    f.free();
    const make = (): void => new CallbackPtr((x) => x, [sint], sint).free();
    expect(grown(repeat(make, 3000))).toBeLessThan(most);
  });
  test('errors', () => {
    const loose = lib.getfunc('call', [void_p, sint], sint) as (...args: unknown[]) => unknown;
    const fail = (): void => {
      try {
        loose('text', 1);
      } catch {
        // Expected.
      }
    };
    expect(grown(repeat(fail, 20_000))).toBeLessThan(most);
  });
});
