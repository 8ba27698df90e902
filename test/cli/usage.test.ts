// Exit codes of wrong use (2) and of errors inside of mixmod (70); help and version.
import { afterAll, expect, test, vi } from 'vitest';
import { main } from '../../compiler/cli/command-line.ts';
import { ADD, Workspace } from './command.ts';

const space = new Workspace({ 'add.ts': ADD });
afterAll(() => space.remove());

test.each([
  [[], 'Usage: mixmod'],
  [['nonsense'], "unknown command 'nonsense'"],
  [['check'], "missing required argument 'files'"],
  [['build'], "missing required argument 'path'"],
  [['run'], "missing required argument 'script'"],
  [['check', '--nonsense', 'add.ts'], "unknown option '--nonsense'"],
  [['build', 'add.ts', '--emit=nonsense'], '"nonsense" is none of checked, flow, low'],
  [['build', 'add.ts', '--cpu=a b'], 'x86-64-v3'],
  [['build', 'add.ts', '--debug', '--release'], 'cannot be used with'],
])('%j is wrong use', (args, message) => {
  const { status, stdout, stderr } = space.mixmod(args);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(message);
});

test('help and version go to standard output', () => {
  const help = space.mixmod(['--help']);
  expect([help.status, help.stderr]).toEqual([0, '']);
  for (const command of ['check', 'build', 'run', 'explain', 'doctor'])
    expect(help.stdout).toContain(`\n  ${command} `);
  expect(space.mixmod(['--version'])).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string,
  });
  expect(space.mixmod(['build', '--help']).stdout).toContain('--emit <kinds>');
});

vi.mock('../../compiler/cli/doctor.ts', () => ({
  doctorCommand: () => Promise.reject(new Error('a surprise')),
}));

test('an error inside of mixmod says so, with its stack', async () => {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    expect(await main(['node', 'mixmod', 'doctor'])).toBe(70);
    const text = written.mock.calls.map(([chunk]) => String(chunk)).join('');
    expect(text).toMatch(/^mixmod: internal error, please report it.*\nError: a surprise\n {4}at /);
  } finally {
    written.mockRestore();
  }
});
