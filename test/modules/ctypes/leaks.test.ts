// Many calls of each kind: resident memory stays where it is after the first of them.
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { REPOSITORY } from '../../harness/source-snapshot.ts';
import { PATH } from './c-functions.ts';

const CALLS = 250_000;
/** So many, then what is finalized runs. */
const BATCH = 1000;
/** In MiB. A leak of 32 bytes a call would be 7.6; without one, it is less than 1. */
const MOST = 6;

/** The text of one call, with its number as `i`. */
const KINDS: readonly (readonly [name: string, prepare: string, call: string])[] = [
  ['structures by value', 'const swap = of("swap", [P], P);', 'swap(new P(i, 1)).x'],
  [
    'large structures by value',
    'class Big extends c.Structure({ a: c.ARRAY(c.c_long, 5) }) {}; const grow = of("grow", [Big], Big), big = new Big();',
    'grow(big)',
  ],
  ['calls without argtypes', 'const add = lib.getitem("add");', 'add(i, 1)'],
  ['texts in and out', 'const name = of("name", [c.c_int], c.c_char_p);', 'name(1)'],
  [
    'references',
    'const inc = of("increment", [c.POINTER(c.c_int)], null), one = new c.c_int();',
    'inc(c.byref(one))',
  ],
  [
    'callbacks',
    'const apply = of("apply", [OP, c.c_int, c.c_int], c.c_int), plus = OP((a, b) => a + b);',
    'apply(plus, i & 1023, 1)',
  ],
  [
    'callbacks that get pointers and give structures',
    `const F = c.CFUNCTYPE(P, c.POINTER(P), c.c_double), apply = of("apply_p", [F, c.POINTER(P)], P);
     const back = F((p, d) => new P(p.contents.x, 1)), p = new P(1, 2);`,
    'apply(back, p)',
  ],
  ['structures made and dropped', '', 'new P(i, 2)'],
  [
    'arrays and pointers made and dropped',
    'const A = c.ARRAY(c.c_int, 4);',
    'c.pointer(new A(i, 1))',
  ],
  [
    'strings kept by structures',
    'const S = c.Structure({ t: c.c_char_p }), s = new S();',
    's.t = "text"',
  ],
];

/** Machine code is allocated in pages, and freed callbacks wait for others: more calls of these, for a larger growth. */
const CALLBACKS: typeof KINDS = [
  ['callbacks made and freed', '', 'OP(() => 1).free()'],
  ['callbacks made and dropped', '', 'OP(() => 1)'],
];

/** They take longer: a tenth of the calls. */
const COSTLY: typeof KINDS = [
  [
    'errors thrown by callbacks',
    'const apply = of("apply", [OP, c.c_int, c.c_int], c.c_int), fail = OP(() => { throw failure; }), failure = new Error("x");',
    'try_(() => apply(fail, 1, 2))',
  ],
  [
    'arguments that are refused',
    'const add = of("add", [c.c_int, c.c_int], c.c_int);',
    'try_(() => add("x", i))',
  ],
  ['types of arrays made and dropped', '', 'c.ARRAY(c.c_int, i + 1)'],
  ['types of functions made and dropped', '', 'c.CFUNCTYPE(c.c_int, c.Structure({ x: c.c_int }))'],
];

const script = (prepare: string, call: string, calls: number): string => `
const c = await import('./dist/modules/ctypes/index.js');
const lib = new c.CDLL(${JSON.stringify(PATH)});
class P extends c.Structure({ x: c.c_int, y: c.c_int }) {}
const OP = c.CFUNCTYPE(c.c_int, c.c_int, c.c_int);
const of = (name, argtypes, restype) => Object.assign(lib.getitem(name), { argtypes, restype });
const try_ = (f) => { try { f(); } catch { return; } throw new Error('nothing was thrown'); };
${prepare}
const run = async (n) => { for (let done = 0; done < n; done += ${BATCH}) { for (let i = done; i < done + ${BATCH}; i++) { ${call}; } await new Promise(setImmediate); } for (let round = 0; round < 3; round++) { gc(); await new Promise(setImmediate); } };
await run(${calls / 5});
const before = process.memoryUsage.rss();
await run(${calls});
console.log((process.memoryUsage.rss() - before) / 2 ** 20);
process.exit(0);`;

function growth(prepare: string, call: string, calls: number): number {
  const args = ['--expose-gc', '--max-semi-space-size=2', '--input-type=module', '-e'];
  const { stdout, stderr } = spawnSync(process.execPath, [...args, script(prepare, call, calls)], {
    encoding: 'utf8',
    cwd: REPOSITORY,
  });
  expect(stderr).toBe('');
  return Number(stdout);
}

test.each(KINDS)('%s', (_, prepare, call) => {
  expect(growth(prepare, call, CALLS)).toBeLessThan(MOST);
});

test.each(CALLBACKS)('%s', (_, prepare, call) => {
  expect(growth(prepare, call, (4 * CALLS) / 10)).toBeLessThan(4 * MOST);
});

test.each(COSTLY)('%s', (_, prepare, call) => {
  expect(growth(prepare, call, CALLS / 10)).toBeLessThan(MOST);
});

/** Each is compiled; V8 would keep a kilobyte for each. */
test('function objects made, called and dropped', () => {
  const call = 'of("add", [c.c_int, c.c_int], c.c_int)(i, 1)';
  expect(growth('', call, 7500)).toBeLessThan(4.5);
});
