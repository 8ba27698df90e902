// The examples of a builtin module's page, run with the built package: each prints what its comments say.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

/** What users import, and what is imported here. */
const PACKAGE = /'mixmod\/modules\/(\w+)'/g;

/** The blocks that are said to be run here. */
export function documentedPrograms(page: string): readonly string[] {
  const document = readFileSync(page, 'utf8');
  return [...document.matchAll(/```ts\n(\/\/ not run: by test\/modules\/[\s\S]*?)```/g)].map(
    (match) => match[1] ?? '',
  );
}

export function expectDocumented(text: string): void {
  const program = text.replaceAll(PACKAGE, "'./dist/modules/$1/index.js'");
  const expected = [...text.matchAll(/\/\/ → (.*)$/gm)].map((match) => match[1]);
  expect(expected.length).toBeGreaterThan(0);
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  expect(run.stdout.trim().split('\n')).toEqual(expected);
}
