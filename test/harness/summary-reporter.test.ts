// The reporter itself under test: real vitest runs on small suites in a folder of their own.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const repository = fileURLToPath(new URL('../../', import.meta.url));

function lastLineAndStatus(files: Readonly<Record<string, string>>): [string, number | null] {
  const folder = mkdtempSync(join(tmpdir(), 'mixmod-summary-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const reporter = join(repository, 'test/harness/summary-reporter.ts');
    const run = spawnSync(
      process.execPath,
      [
        join(repository, 'node_modules/vitest/vitest.mjs'),
        'run',
        '--root',
        folder,
        '--globals',
        '--pool=forks',
        '--reporter=default',
        `--reporter=${reporter}`,
      ],
      { encoding: 'utf8', env: { ...process.env, CI: '1' } },
    );
    return [run.stdout.trimEnd().split('\n').at(-1) ?? '', run.status];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('a run that passes ends with its counts and status 0', () => {
  const files = {
    'a.test.js': `test('one', () => {}); test('two', () => {}); test.skip('x', () => {});`,
  };
  expect(lastLineAndStatus(files)).toEqual(['2 passed, 0 failed', 0]);
});

test('failed tests, failed hooks, files that do not load and dead workers are all failures', () => {
  const files = {
    'passes.test.js': `test('one', () => {});`,
    'fails.test.js': `test('two', () => { throw new Error('two'); }); test('three', () => {});`,
    'hook.test.js': `describe('s', () => { beforeAll(() => { throw new Error('h'); }); test('four', () => {}); });`,
    'broken.test.js': `import './missing.js'; test('five', () => {});`,
    'crashes.test.js': `test('six', () => { process.kill(process.pid, 'SIGSEGV'); });`,
  };
  const [line, status] = lastLineAndStatus(files);
  expect(line).toMatch(/^2 passed, [4-9] failed$/);
  expect(status).toBe(1);
});
