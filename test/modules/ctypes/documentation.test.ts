// The example of docs/ctypes.md, run with the built package.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('it prints what it says', () => {
  const document = readFileSync('docs/ctypes.md', 'utf8');
  const text = /```ts\n([\s\S]*?)```/.exec(document)?.[1] ?? '';
  const program = text.replace("'mixmod/modules/ctypes'", "'./dist/modules/ctypes/index.js'");
  const expected = [...text.matchAll(/^\/\/ → (.*)$/gm)].map((match) => match[1]);
  expect(expected.length).toBeGreaterThan(3);
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  expect(run.stdout.trim().split('\n')).toEqual(expected);
});
