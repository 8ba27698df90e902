// `--emit=ninja` and `--depfile`: ninja builds what is out of date and nothing else.
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { depfileText } from '../../compiler/cli/depfile.ts';
import { Workspace } from '../cli/command.ts';

const FILES = {
  'one.ts':
    "'use mixmod';\nimport { two } from './lib/two.ts';\nexport function one(): number { return two(); }\n",
  'lib/two.ts': 'export function two(): number { return 2; }\n',
  'with space/three.ts': "'use mixmod';\nexport function three(): number { return 3; }\n",
};
const hasNinja = spawnSync('ninja', ['--version']).status === 0;

let space: Workspace;
beforeAll(() => {
  space = new Workspace(FILES);
});
afterAll(() => space.remove());

test('a depfile as make and ninja read it', () => {
  expect(depfileText('a b.node', ['x.ts', 'c#d/$e.h', '/f\\g.h'])).toBe(
    'a\\ b.node: \\\n  x.ts \\\n  c\\#d/$$e.h \\\n  /f\\\\g.h\n',
  );
});

test('wrong uses', () => {
  const emit = (...args: string[]) => space.mixmod(['build', '--emit=ninja', ...args]);
  expect(emit('none.ts')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('RTS3001') as string,
  });
  expect(emit('one.ts', 'lib/one.ts')).toMatchObject({
    status: 2,
    stderr: 'mixmod build: two of the files would become one.node\n',
  });
  expect(space.mixmod(['build', 'one.ts', 'two.ts'])).toMatchObject({
    status: 2,
    stderr: 'mixmod build: several files are for --emit=ninja\n',
  });
  expect(space.mixmod(['build', 'one.ts', '--emit=ninja,ll']).status).toBe(2);
  expect(space.list('.')).not.toContain('build.ninja');
});

describe.skipIf(!hasNinja)('ninja', () => {
  /** The descriptions of what it has run. */
  function ninja(environment: Readonly<Record<string, string>> = {}): readonly string[] {
    const { status, stdout, stderr } = spawnSync('ninja', ['-f', 'out/build.ninja'], {
      cwd: space.folder,
      encoding: 'utf8',
      env: { ...process.env, MIXMOD_CACHE: space.path('cache'), NINJA_STATUS: '', ...environment },
    });
    expect([status, stderr], stdout).toEqual([0, '']);
    return stdout.split('\n').filter((line) => line.startsWith('mixmod '));
  }

  const value = (name: string): unknown => {
    const require = createRequire(import.meta.url);
    const copy = space.path(`${name}-${Math.random()}.node`);
    writeFileSync(copy, readFileSync(space.path(`out/${name}.node`)));
    return (require(copy) as Record<string, () => unknown>)[name]?.();
  };

  test('builds all, then nothing, then what depends on an edit', () => {
    const args = [
      'build',
      '--emit=ninja',
      'one.ts',
      'with space/three.ts',
      '--out',
      'out',
      '--debug',
    ];
    expect(space.mixmod(args)).toEqual({ status: 0, stdout: '', stderr: '' });
    const [one, three] = ['mixmod one.ts', "mixmod 'with space/three.ts'"];
    expect([...ninja()].sort()).toEqual([three, one].sort());
    expect([value('one'), value('three')]).toEqual([2, 3]);
    expect(ninja()).toEqual([]);
    writeFileSync(space.path('lib/two.ts'), FILES['lib/two.ts'].replace('return 2', 'return 4'));
    expect(ninja()).toEqual([one]);
    expect(value('one')).toBe(4);
    expect(ninja()).toEqual([]);
    // What has another time and the same content is looked at once.
    writeFileSync(space.path('one.ts'), FILES['one.ts']);
    expect(ninja()).toEqual([one]);
    expect(ninja()).toEqual([]);
  });

  test('puts the launcher before each command', () => {
    writeFileSync(space.path('launcher.sh'), '#!/bin/sh\necho "$@" >>launched\nexec "$@"\n');
    chmodSync(space.path('launcher.sh'), 0o755);
    writeFileSync(
      space.path('with space/three.ts'),
      FILES['with space/three.ts'].replace('3;', '5;'),
    );
    ninja({ MIXMOD_LAUNCHER: './launcher.sh' });
    expect(value('three')).toBe(5);
    const launched = readFileSync(space.path('launched'), 'utf8');
    expect(launched).toMatch(
      / build with space\/three\.ts --out out --depfile out\/three\.d --debug /,
    );
    expect(launched.trim().split('\n')).toHaveLength(1);
  });
});
