// Tests of a user that leave raw memory behind fail, with the places of the allocations.
import { afterAll, expect, test } from 'vitest';
import { Project } from './project.ts';

const FILES = {
  'src/points.ts': `'use mixmod';
import { i32, lltype, rffi } from 'mixmod';
const POINT = lltype.Struct('Point', ['x', rffi.INT], ['y', rffi.INT]);
let kept = lltype.nullptr(POINT);
export function keep(x: i32): i32 {
  kept = rffi.make(POINT, { x });
  return kept.x;
}
export function drop(): void {
  lltype.free(kept, { flavor: 'raw' });
}
export function throwing(x: i32): i32 {
  const point = lltype.malloc(POINT, { flavor: 'raw', zero: true });
  if (x < 0) throw new RangeError('negative');
  lltype.free(point, { flavor: 'raw' });
  return x;
}
`,
  'leaks.test.ts': `import { allowLeaks } from 'mixmod/vitest';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { drop, keep, throwing } from './src/points.ts';
keep(0); // Before the tests.
test('frees', () => expect(throwing(1)).toBe(1));
test('leaks', () => expect(keep(7)).toBe(7));
test('leaks twice where it throws', () => {
  expect(() => throwing(-1)).toThrow('negative');
  expect(() => throwing(-2)).toThrow('negative');
});
test('the next one is not to blame', () => expect(throwing(2)).toBe(2));
test('fails and leaks', () => expect(keep(3)).toBe(4));
test('may leak', () => {
  allowLeaks();
  expect(keep(5)).toBe(5);
});
test('leaks after one that may', () => expect(keep(6)).toBe(6));
describe('with hooks', () => {
  beforeEach(() => void keep(8));
  afterEach(() => drop());
  test('what hooks free is freed', () => expect(throwing(1)).toBe(1));
});
describe('all of them may', () => {
  beforeEach(() => allowLeaks());
  test('first', () => expect(keep(9)).toBe(9));
  test('second', () => expect(keep(9)).toBe(9));
});
describe('at the same time', () => {
  const later = () => new Promise((resolve) => setTimeout(resolve, 100));
  test.concurrent('ends first', async () => void expect(throwing(1)).toBe(1));
  test.concurrent('leaks with one that runs at the same time', async () => {
    expect(keep(10)).toBe(10);
    await later();
  });
});
`,
  'all.test.ts': `import { allowLeaks } from 'mixmod/vitest';
import { expect, test } from 'vitest';
import { keep } from './src/points.ts';
allowLeaks();
test('one of a file that may leak', () => expect(keep(7)).toBe(7));
test('another', () => expect(keep(7)).toBe(7));
`,
};

const projects: Project[] = [];
afterAll(() => projects.forEach((project) => project.remove()));

function output(plugin: string): string {
  const project = new Project(plugin, FILES);
  projects.push(project);
  return project.run();
}

const marked = (text: string, mark: string): readonly string[] =>
  [...text.matchAll(/^ +([✓×]) (.*?) \d+ms$/gm)].flatMap(([, found, name = '']) =>
    found === mark ? [name] : [],
  );

test('leaks fail the tests that leave them, with their places', () => {
  const text = output('mixmod()');
  expect(marked(text, '×')).toEqual([
    'leaks',
    'leaks twice where it throws',
    'fails and leaks',
    'leaks after one that may',
    'leaks with one that runs at the same time',
  ]);
  expect(marked(text, '✓')).toEqual(
    expect.arrayContaining([
      'frees',
      'the next one is not to blame',
      'may leak',
      'first',
      'second',
    ]),
  );
  expect(text).toContain('✓ all.test.ts (2 tests)');
  expect(text).toMatch(
    /FAIL {2}leaks\.test\.ts > leaks\n(?: FAIL .*\n)*MemoryLeak: 1 allocation was never freed:\n {2}Point of 8 bytes, allocated at \S*\/src\/points\.ts:6:10\n/,
  );
  expect(text).toMatch(
    /MemoryLeak: 2 allocations were never freed:\n( {2}Point of 8 bytes, allocated at \S*\/src\/points\.ts:13:17\n){2}/,
  );
  // A failure of the test's own is all that is said of it.
  expect(text).toMatch(/> fails and leaks\nAssertionError/);
});

test.each([
  "mixmod({ leaks: 'ignore' })",
  // Not even where they are asked for: what compiled programs allocate is C's.
  "mixmod({ mode: 'compiled', leaks: 'fail' })",
])('%s: nothing is said of leaks', (plugin) => {
  const text = output(plugin);
  expect(marked(text, '×')).toEqual(['fails and leaks']);
  expect(text).not.toContain('never freed');
});
