// The plugin in a project of its own: a real Vitest runs its tests, shows its errors and watches its files.
import { afterAll, expect, test } from 'vitest';
import { Project } from './project.ts';

const FILES = {
  'src/add.ts': `'use mixmod';
import { i32 } from 'mixmod';
export function add(a: i32, b: i32): i32 {
  return a + b;
}
`,
  'src/sum.ts': `'use mixmod';
import { i32 } from 'mixmod';
import { add } from './add.ts';

/** Wraps at 32 bits. */
export function sum(n: i32): i32 {
  let total: i32 = 0;
  for (let i: i32 = 0; i < n; i++) total = add(total, i);
  return total;
}
export function item(at: number): number {
  const items = [1, 2];
  return items[at]!;
}
`,
  'src/plain.ts': `export const plain: string = 'plain TypeScript';\n`,
  'sum.test.ts': `import { expect, test } from 'vitest';
import { plain } from './src/plain.ts';
import { item, sum } from './src/sum.ts';
test('wraps', () => {
  const how = /native code|fast[0-9]+\\(/.test(String(sum)) ? 'compiled' : 'untranslated';
  expect([how, plain, sum(10), sum(100_000)]).toEqual([EXPECTED, 'plain TypeScript', 45, 704982704]);
});
test('fails', () => {
  item(7);
});
`,
};

const projects: Project[] = [];
afterAll(() => projects.forEach((project) => project.remove()));

function project(plugin: string, expected: string, files: Partial<typeof FILES> = {}): Project {
  const all = { ...FILES, ...files };
  const tests = all['sum.test.ts'].replace('EXPECTED', `'${expected}'`);
  const made = new Project(plugin, { ...all, 'sum.test.ts': tests });
  projects.push(made);
  return made;
}

test.each([
  ['mixmod()', 'untranslated', {}],
  ["mixmod({ mode: 'untranslated' })", 'untranslated', { MIXMOD_RUN: 'release' }],
  ["mixmod({ mode: 'compiled' })", 'compiled', {}],
  ['mixmod()', 'compiled', { MIXMOD_RUN: 'debug' }],
] as const)('%s: the program runs %s with %j', (plugin, how, environment) => {
  const output = project(plugin, how).run(environment);
  expect(output).toMatch(/Tests {2}1 failed \| 1 passed/);
  // The place in the TypeScript, with its text.
  expect(output).toMatch(
    /RangeError: index 7 is out of range for length 2\n ❯ item src\/sum\.ts:13:10\n.*\n.*\n +13\| {3}return items\[at\]!;\n +\| +\^/,
  );
});

test('an error in a program has its place and its fix', () => {
  const wrong = FILES['src/add.ts'].replace('return a + b', 'return (a + b) as any');
  const output = project('mixmod()', 'untranslated', { 'src/add.ts': wrong }).run();
  expect(output).toMatch(/add\.ts:4:21 - error RTS1002: the type `any` is not part of RTypeScript/);
  expect(output).toContain('fix: Name the type of the value.');
  expect(output).toMatch(/Tests {2}no tests/);
  expect(output).not.toMatch(/node_modules\/mixmod|dist\/compiler/);
});

test('a change in what a program imports runs its tests again', async () => {
  const watched = project('mixmod()', 'untranslated', {
    'sum.test.ts': `import { expect, test } from 'vitest';
import { sum } from './src/sum.ts';
test('sums', () => expect(sum(3)).toBe(3));
`,
  });
  watched.watch();
  expect(await watched.printed(/Waiting for file changes/)).toContain('1 passed');
  const add = FILES['src/add.ts'];
  watched.write('src/add.ts', add.replace('a + b', 'a + b + 1'));
  expect(await watched.printed(/Watching for file changes/)).toContain('expected 6 to be 3');
  watched.write('src/add.ts', add.replace('a + b', 'a + c'));
  expect(await watched.printed(/Watching for file changes/)).toContain(
    'add.ts:4:14 - error RTS1001',
  );
  watched.write('src/add.ts', add);
  expect(await watched.printed(/Waiting for file changes/)).toContain('1 passed');
});
