// What the shell sees of a program is the same untranslated and compiled: exit code, output, the text of an error that
// nobody catches with its first place, and the errors of the compiler.
import { afterAll, expect, test } from 'vitest';
import { Workspace, type Outcome } from '../cli/command.ts';

const LIBRARY = `'use mixmod';
import { i32 } from 'mixmod';

export function divide(a: i32, b: i32): i32 {
  return a / b;
}
export function item(at: number): number {
  const items = [1, 2, 3];
  return items[at]!;
}
export function refuse(text: string): void {
  throw new TypeError(\`no \${text}\`, { cause: new Error('the cause') });
}
export function deep(n: number): number {
  return n === 0 ? 0 : 1 + deep(n + 1);
}
export function caught(): string {
  try {
    item(9);
    return 'nothing';
  } catch (error) {
    return (error as Error).message;
  }
}
`;

const use = (code: string): string =>
  `import { caught, deep, divide, item, refuse } from './library.ts';\nconsole.log('begins');\n${code}\nconsole.log('ends');\n`;

/** Hosts and programs, each a file. */
const PROGRAMS = {
  'success.ts': use('console.log(divide(7, 2), item(1), caught());'),
  'exit-code.ts': use('process.exitCode = divide(7, 2);'),
  'exit.ts': use('process.exit(item(1) + 40);'),
  'check.ts': use('item(3);'),
  'division.ts': use('divide(1, 0);'),
  'thrown.ts': use("refuse('way');"),
  'argument.ts': use('item(undefined as never);'),
  'later.ts': use('setTimeout(() => item(5), 1);'),
  'rejected.ts': use('await Promise.resolve().then(() => item(-1));'),
  'caught.ts': use("try { refuse('x'); } catch (error) { console.log(String(error)); }"),
  'handled.ts': use(
    "process.on('uncaughtException', (error) => { console.log(error.message); process.exit(9); });\nitem(4);",
  ),
  'from-javascript.mjs': use('item(8);'),
  'module-level.ts': `'use mixmod';
const items = [1];
export const second = items.length > 5 ? 1 : items[1]!;
`,
  'quiet.ts': `'use mixmod';
export const one = 1;
`,
  'wrong.ts': `'use mixmod';
export function f(x: any): number { return 1; }
export const y: string = 1;
`,
  'imports-wrong.ts': "import { f } from './wrong.ts';\nconsole.log(f(1));\n",
  'syntax.ts': "'use mixmod';\nexport function f( { return 1; }\n",
  'missing-import.ts': "import { f } from './nowhere.ts';\nf();\n",
} as const;

const space = new Workspace({ 'library.ts': LIBRARY, 'endless.ts': use('deep(1);'), ...PROGRAMS });
afterAll(() => space.remove());

/** Of an error that nobody catches, Node shows before it what JavaScript was running: its own, or a line of the program. */
function seen({ status, stdout, stderr }: Outcome): unknown {
  const isReport = / - error RTS\d+/.test(stderr);
  if (stderr === '' || isReport) return { status, stdout, stderr };
  const [message] = /^\w*Error( \[\w+\])?: .*$/m.exec(stderr) ?? [];
  const [place] =
    /\(?\/\S+\.(ts|mjs):\d+:\d+\)?$/m.exec(stderr.slice(stderr.indexOf('\n    at'))) ?? [];
  expect(message, stderr).toBeDefined();
  return { status, stdout, message, place };
}

test.each(Object.keys(PROGRAMS))('%s', (name) => {
  const [compiled, untranslated] = [[], ['--untranslated']].map((mode) =>
    seen(space.mixmod(['run', ...mode, name])),
  );
  expect(untranslated).toEqual(compiled);
});

test.each([
  ['success.ts', 0, 'begins\n3 2 index 9 is out of range for length 3\nends\n', /^$/],
  ['exit-code.ts', 3, 'begins\nends\n', /^$/],
  ['exit.ts', 42, 'begins\n', /^$/],
  [
    'check.ts',
    1,
    'begins\n',
    /RangeError: index 3 is out of range.*\n {4}at item \(.*library\.ts:9:10\)/,
  ],
  ['thrown.ts', 1, 'begins\n', /TypeError: no way\n {4}at refuse \(.*library\.ts:12:9\)/],
  ['handled.ts', 9, 'begins\nindex 4 is out of range for length 3\n', /^$/],
  [
    'module-level.ts',
    1,
    '',
    /RangeError: index 1 is out of range.*\n {4}at .*module-level\.ts:3:46/,
  ],
  ['wrong.ts', 1, '', /wrong\.ts:2:22 - error RTS1002[^]*\n2 errors\n$/],
] as const)('%s gives what it should', (name, status, stdout, stderr) => {
  const outcome = space.mixmod(['run', '--untranslated', name]);
  expect(outcome).toMatchObject({ status, stdout });
  expect(outcome.stderr).toMatch(stderr);
});

test('the end of the stack', () => {
  // How deep it is differs, and so may the place at which it ends.
  const outcomes = [[], ['--untranslated']].map((mode) =>
    space.mixmod(['run', ...mode, 'endless.ts']),
  );
  for (const outcome of outcomes) {
    expect(outcome).toMatchObject({ status: 1, stdout: 'begins\n' });
    expect(outcome.stderr).toMatch(
      /RangeError: Maximum call stack size exceeded\n {4}at deep \(.*library\.ts:1[45]:/,
    );
  }
});
