// Every example, run as `mixmod run` runs it, prints its expected.txt: compiled and untranslated. The command runs from
// dist/, which is built first; small data keep this fast.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../compiler/package-root.ts';
import { exampleNames } from './harness/examples.ts';

interface Output {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(program: string, args: readonly string[]): Output {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: packageRoot,
    encoding: 'utf8',
    env: {
      ...process.env,
      MIXMOD_EXAMPLES: 'small',
      MIXMOD_CACHE: join(packageRoot, 'node_modules/.cache/mixmod-tests'),
    },
  });
  return { status, stdout, stderr };
}

beforeAll(() => {
  const { status, stdout, stderr } = run('.ci/build.sh', []);
  expect(status, stdout + stderr).toBe(0);
});

describe.each(exampleNames())('examples/%s', (name) => {
  const expected = readFileSync(join(packageRoot, 'examples', name, 'expected.txt'), 'utf8');
  const main = `examples/${name}/main.ts`;

  test('compiled, prints its expected.txt', () => {
    const output = run('node', ['dist/command/main.js', 'run', main]);
    expect(output).toEqual({ status: 0, stdout: expected, stderr: '' });
  });

  test('untranslated, prints the same', () => {
    const output = run('node', ['dist/command/main.js', 'run', '--untranslated', main]);
    expect(output).toEqual({ status: 0, stdout: expected, stderr: '' });
  });
});
