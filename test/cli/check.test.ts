// `mixmod check`: reports, exit codes, JSON.
import { afterAll, expect, test } from 'vitest';
import { ADD, ANY, Workspace } from './command.ts';

const space = new Workspace({
  'add.ts': ADD,
  'any.ts': ANY,
  'uses-any.ts': "'use mixmod';\nimport { f } from './any.ts';\nexport const one = f(1);\n",
  'syntax.ts': "'use mixmod';\nexport function f( { return 1 }\n",
  'folder/x.ts': ADD,
});
afterAll(() => space.remove());

test('a right file: nothing is said', () => {
  expect(space.mixmod(['check', 'add.ts'])).toEqual({ status: 0, stdout: '', stderr: '' });
});

test('a wrong file: place, frame, reason and fix to standard error', () => {
  const { status, stdout, stderr } = space.mixmod(['check', 'any.ts']);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toBe(`any.ts:2:22 - error RTS1002: the type \`any\` is not part of RTypeScript

2 | export function f(x: any): number { return 1; }
  |                      ^^^

  why: A value of unknown type has no static layout.
  fix: Name the type of the value.

1 error
`);
});

test('an error of an imported file is named with that file', () => {
  const { status, stderr } = space.mixmod(['check', 'uses-any.ts']);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^any\.ts:2:22 - error RTS1002/);
});

test('several files: each is checked', () => {
  const { status, stderr } = space.mixmod(['check', 'add.ts', 'any.ts', 'missing.ts']);
  expect(status).toBe(1);
  expect(stderr).toContain('any.ts:2:22 - error RTS1002');
  expect(stderr).toContain('error RTS3001: cannot read missing.ts');
  expect(stderr).toMatch(/\n2 errors\n$/);
});

test('JSON goes to standard output', () => {
  const right = space.mixmod(['check', '--json', 'add.ts']);
  expect([right.status, right.stdout]).toEqual([0, '[]\n']);
  const wrong = space.mixmod(['check', '--json', 'any.ts']);
  expect([wrong.status, wrong.stderr]).toEqual([1, '']);
  expect(JSON.parse(wrong.stdout)).toMatchObject([
    { code: 'RTS1002', severity: 'error', file: 'any.ts', line: 2, column: 22, endColumn: 25 },
  ]);
});

test.each([
  ['missing.ts', 'error RTS3001: cannot read missing.ts'],
  ['folder', 'error RTS3001: cannot read folder'],
  ['syntax.ts', 'syntax.ts:2:29 - error RTS1001: TypeScript:'],
])('%s is an error of the user', (name, message) => {
  const { status, stdout, stderr } = space.mixmod(['check', name]);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain(message);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('colours are there when they are asked for', () => {
  const { stderr } = space.mixmod(['check', 'any.ts'], {
    environment: { NO_COLOR: undefined, FORCE_COLOR: '1' },
  });
  expect(stderr).toContain('\u001b[31merror\u001b[0m');
});
