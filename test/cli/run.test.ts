// `mixmod run`: compiles what the script imports, passes arguments and exit code on, and shows errors once.
import { afterAll, describe, expect, test } from 'vitest';
import { ADD, ANY, Workspace } from './command.ts';

const space = new Workspace({
  'add.ts': ADD,
  'any.ts': ANY,
  'uses-any.ts':
    "'use mixmod';\nimport { f } from './any.ts';\nexport function g(): number { return f(1); }\n",
  'app.ts': `import { add } from './add.ts';
const args: string[] = process.argv.slice(2);
console.log(add(1, 2), JSON.stringify(args));
process.exitCode = Number(args[0] ?? 0);
`,
  'wrong.ts':
    "import { g } from './uses-any.ts';\nimport { f } from './any.ts';\nconsole.log(f(g()));\n",
  'caught.ts': `try {
  await import('./any.ts');
} catch (error) {
  console.log((error as Error).name);
}
`,
  'handled.ts': `process.on('uncaughtException', () => console.log('handled'));
setTimeout(() => void import('./any.ts'), 0);
`,
  'throws.ts': "throw new Error('of the program');\n",
  'killed.ts': "process.kill(process.pid, 'SIGKILL');\n",
  'folder/x.ts': ADD,
});
afterAll(() => space.remove());

describe.each([[[]], [['--untranslated']], [['--debug']]])('run %j', (mode) => {
  test('passes arguments and the exit code on', () => {
    expect(space.mixmod(['run', ...mode, 'app.ts', '7', '--out', '-x'])).toEqual({
      status: 7,
      stdout: '3 ["7","--out","-x"]\n',
      stderr: '',
    });
  });

  test('shows the errors of an imported file once, without a stack of ours', () => {
    const { status, stdout, stderr } = space.mixmod(['run', ...mode, 'wrong.ts']);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr.match(/error RTS1002/g)).toHaveLength(1);
    expect(stderr).toMatch(/any\.ts:2:22 - error RTS1002[\s\S]*\n1 error\n$/);
    expect(stderr).not.toMatch(/^\s+at |node:internal|Node\.js v/m);
  });
});

test('an RTypeScript file runs itself', () => {
  expect(space.mixmod(['run', 'add.ts'])).toEqual({ status: 0, stdout: '', stderr: '' });
});

test('a program may handle the errors of an import', () => {
  expect(space.mixmod(['run', 'caught.ts'])).toMatchObject({ status: 0, stdout: 'SyntaxError\n' });
  expect(space.mixmod(['run', 'handled.ts'])).toMatchObject({ status: 0, stdout: 'handled\n' });
});

test("a program's own errors look as in Node", () => {
  const { status, stderr } = space.mixmod(['run', 'throws.ts']);
  expect(status).toBe(1);
  expect(stderr).toMatch(/Error: of the program\n\s+at .*throws\.ts/);
});

test('a signal that ends the program', () => {
  expect(space.mixmod(['run', 'killed.ts'])).toEqual({
    status: 137,
    stdout: '',
    stderr: 'mixmod run: ended by SIGKILL\n',
  });
});

test.each(['missing.ts', 'folder'])('%s cannot be read', (name) => {
  expect(space.mixmod(['run', name])).toEqual({
    status: 1,
    stdout: '',
    stderr: `mixmod run: cannot read ${name}\n`,
  });
});

test('a missing tool is named', () => {
  const environment = { MIXMOD_OPT: '/nowhere/opt', MIXMOD_CACHE: space.path('other-cache') };
  const { status, stderr } = space.mixmod(['run', 'app.ts'], { environment });
  expect(status).toBe(1);
  expect(stderr).toContain('apt-get install llvm-14');
});
