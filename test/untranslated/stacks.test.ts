// Errors of an untranslated program have the stack that the compiled one gives them: the same message, the same first
// line of TypeScript. Below it stands every function of the program, with the names and places of the source.
import { afterAll, expect, test } from 'vitest';
import { Workspace } from '../cli/command.ts';

const CHECKS = `'use mixmod';
import { i32, u8, i64 } from 'mixmod';
class Base { name: string = 'b'; }
class Derived extends Base { extra: number = 1; }
class Mine extends Error { constructor(text: string) { super('mine: ' + text); } }
function inner(items: number[], at: number): number {
  const twice = items.map((x) => x * 2);
  return twice[at]!;
}
function store(items: Uint8Array, at: i32): void {
  items[at] = 1;
}
export function index(at: number): number {
  return 1 + inner([1, 2, 3], at);
}
export function storing(at: i32): void {
  const a = new Uint8Array(3);
  store(a, at);
}
export function divide(a: i32, b: i32): i32 {
  const c = a + 1;
  return c / b;
}
export function wide(a: i64, b: i64): i64 {
  return a %
    b;
}
function cast(x: Base): number {
  return (x as Derived).extra;
}
export function castAway(): number {
  return cast(new Base());
}
export function own(text: string): void {
  if (text.length > 0) throw new Mine(text);
}
export function thrown(n: number): void {
  const f = (x: number): number => {
    if (x > 1) throw new RangeError(\`too large: \${x}\`);
    return x;
  };
  f(n);
}
export function present(n: number): number {
  let a: number[] | null = [1];
  const clear = (): void => { a = null; };
  if (a !== null) { clear(); if (n > 0) return a.length; }
  return 0;
}
export function length(n: number): number {
  return new Uint8Array(n).length;
}
export function repeated(n: number): string {
  return 'ab'.repeat(n);
}
export function digits(n: number): string {
  const x = 1.5;
  return x.toFixed(n);
}
export function asserted(k: i32): string {
  const items: (string | null)[] = ['a', null];
  return items[k]!.toUpperCase();
}
export function reduced(): number {
  const none: number[] = [];
  return none.reduce((a, b) => a + b);
}
`;

/** What each export is called with to make it throw. */
const CALLS: Readonly<Record<string, string>> = {
  index: '7',
  storing: '-1',
  divide: '1, 0',
  wide: '1n, 0n',
  castAway: '',
  own: "'x'",
  thrown: '5',
  present: '1',
  length: '-1',
  repeated: '-1',
  digits: '200',
  asserted: '1',
  reduced: '',
};

const HOST = `import * as checks from './checks.ts';
const first = (stack) => {
  const [message, ...lines] = stack.split('\\n');
  return message + ' | ' + lines.find((line) => /\\.ts:/.test(line))?.trim();
};
const called = (name, call) => {
  try {
    call();
  } catch (error) {
    console.log(name + ': ' + first(error.stack));
  }
};
${Object.entries(CALLS)
  .map(([name, args]) => `called('${name}', () => checks.${name}(${args}));`)
  .join('\n')}
`;

const space = new Workspace({
  'checks.ts': CHECKS,
  'host.mjs': HOST,
  'deep.ts': `'use mixmod';
function third(items: number[]): number {
  return items[3]!;
}
class Counter {
  #items: number[] = [1];
  get last(): number {
    return third(this.#items);
  }
}
export function second(): number {
  const run = (counter: Counter): number => counter.last;
  return run(new Counter());
}
`,
  'deep-host.mjs': `import { second } from './deep.ts';
try {
  second();
} catch (error) {
  const own = error.stack.split('\\n').filter((line) => line.includes('deep.ts'));
  console.log(own.map((line) => line.trim().replace(/\\(.*deep/, '(deep')).join('\\n'));
}
`,
  'arguments.mjs': `import { divide } from './checks.ts';
function caller() {
  divide('1', 2);
}
try {
  caller();
} catch (error) {
  console.log(error.stack.split('\\n').slice(0, 2).join('\\n'));
}
`,
});
afterAll(() => space.remove());

/** Files of the library have other paths in compiled programs, which know no place on the disk. */
const samePaths = (text: string): string => text.replaceAll(/\(\S*\/library\//g, '(library/');

test('the first line of TypeScript is that of the compiled program', () => {
  const compiled = space.mixmod(['run', 'host.mjs']);
  const untranslated = space.mixmod(['run', '--untranslated', 'host.mjs']);
  expect(compiled).toMatchObject({ status: 0, stderr: '' });
  expect(compiled.stdout.match(/\| at \w+ \(.*\.ts:\d+:\d+\)$/gm)).toHaveLength(
    Object.keys(CALLS).length,
  );
  expect(samePaths(untranslated.stdout)).toBe(samePaths(compiled.stdout));
});

test('every function of the program has a line', () => {
  const { stdout } = space.mixmod(['run', '--untranslated', 'deep-host.mjs']);
  expect(stdout).toBe(`at third (deep.ts:3:10)
at Counter.get last (deep.ts:8:12)
at run (deep.ts:12:45)
at second (deep.ts:13:10)
at second (deep.ts:11:17)
`);
});

test('an argument is blamed on the caller', () => {
  const outcomes = [['--untranslated'], []].map((mode) =>
    space.mixmod(['run', ...mode, 'arguments.mjs']),
  );
  for (const { stdout } of outcomes)
    expect(stdout).toMatch(
      /^TypeError: divide: argument 1 .*\n {4}at caller \(.*arguments\.mjs:3:3\)\n$/,
    );
});
