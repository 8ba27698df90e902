// `mixmod new`: what it refuses, what it says, and that nothing half-written is left.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { packageRoot } from '../../compiler/package-root.ts';
import { Workspace } from '../cli/command.ts';

let space: Workspace;
const spaces: Workspace[] = [];
beforeEach(() => {
  space = new Workspace({ 'full/x.txt': '', file: '', 'mixmod.tgz': '' });
  spaces.push(space);
});
afterAll(() => spaces.forEach((one) => one.remove()));

test('a package of the name of its folder, and what to do then', () => {
  const { status, stdout, stderr } = space.mixmod(['new', 'a/my-mod', '--mixmod', '^9.8.7']);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(
    /^a\/my-mod\/package\.json\n[^]*\nThen:\n {2}cd a\/my-mod\n {2}npm install\n {2}npm test\n$/,
  );
  expect(JSON.parse(space.text('a/my-mod/package.json'))).toMatchObject({
    name: 'my-mod',
    devDependencies: { mixmod: '^9.8.7' },
  });
});

test('here, under a name of its own, with the mixmod of a tarball', () => {
  mkdirSync(space.path('here/.git'), { recursive: true });
  const args = ['new', 'here', '--name', '@scope/pkg', '--mixmod', 'mixmod.tgz'];
  expect(space.mixmod(args).status).toBe(0);
  expect(JSON.parse(space.text('here/package.json'))).toMatchObject({
    name: '@scope/pkg',
    devDependencies: { mixmod: 'file:../mixmod.tgz' },
  });
});

test('the mixmod of a folder', () => {
  expect(space.mixmod(['new', 'one', '--mixmod', packageRoot]).status).toBe(0);
  const { devDependencies } = JSON.parse(space.text('one/package.json')) as {
    devDependencies: { mixmod: string };
  };
  expect(space.path('one', devDependencies.mixmod.slice('file:'.length))).toBe(packageRoot);
});

test.each([
  [
    ['Upper'],
    'npm takes no package of the name "Upper": name can no longer contain capital letters',
  ],
  [['http'], 'npm takes no package of the name "http": http is a core module name'],
  [['ok', '--name', 'a b'], 'npm takes no package of the name "a b"'],
  [['full'], 'full is not empty: it has x.txt'],
  [['file'], 'file is a file'],
  [['ok', '--mixmod', './gone.tgz'], '--mixmod ./gone.tgz is neither a version nor'],
  [['ok', '--mixmod', 'full'], '--mixmod full is neither a version nor'],
])('refused: %s', (args, message) => {
  const { status, stdout, stderr } = space.mixmod(['new', ...args]);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(`mixmod new: ${message}`);
  expect(space.list('.')).toEqual(['file', 'full', 'mixmod.tgz']);
  expect(space.list('full')).toEqual(['x.txt']);
});

test('a folder without rights', () => {
  mkdirSync(space.path('locked'));
  chmodSync(space.path('locked'), 0o555);
  const { status, stderr } = space.mixmod(['new', 'locked/one'], { powerless: true });
  expect([status, stderr]).toEqual([
    1,
    expect.stringMatching(/^mixmod new: cannot write .*: permission denied\n$/),
  ]);
  expect(space.list('locked')).toEqual([]);
});

test('a file in the way', () => {
  writeFileSync(space.path('blocked'), '');
  expect(space.mixmod(['new', 'blocked/one']).stderr).toMatch(/^mixmod new: cannot write /);
  expect(space.text('blocked')).toBe('');
});
