// The first example of a builtin module's page, run with the built package: it prints what its comments say.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

/** `module`: its folder in modules/. */
export function expectDocumented(page: string, module: string): void {
  const document = readFileSync(page, 'utf8');
  const text = /```ts\n([\s\S]*?)```/.exec(document)?.[1] ?? '';
  const program = text.replace(`'mixmod/modules/${module}'`, `'./dist/modules/${module}/index.js'`);
  const expected = [...text.matchAll(/^\/\/ → (.*)$/gm)].map((match) => match[1]);
  expect(expected.length).toBeGreaterThan(3);
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  expect(run.stdout.trim().split('\n')).toEqual(expected);
}
