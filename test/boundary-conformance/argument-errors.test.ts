// The table of wrong arguments, `test/run/conformance/argument-errors*.ts`, in code that V8 has optimized and in code that it has not, with the
// fast lane and without it: each call says the same. (`test/run.test.ts` runs it in all executions.)
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { RELEASE } from '../../compiler/options.ts';
import { buildModule } from '../harness/build-module.ts';
import { parseRunCase } from '../harness/run-case.ts';
import { REPOSITORY } from '../harness/source-snapshot.ts';

const FILES = ['argument-errors', 'argument-errors-with-functions'];
const script = fileURLToPath(new URL('optimized-calls.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mixmod-arguments-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sourceOf = (name: string): string => join(REPOSITORY, `test/run/conformance/${name}.ts`);
const linesOf = (name: string): ReturnType<typeof parseRunCase> =>
  parseRunCase(readFileSync(sourceOf(name), 'utf8'));

const ERROR = /^(TypeError|RangeError): /;
const isError = ({ expected }: { readonly expected: string }): boolean => ERROR.test(expected);

test('the table has very many wrong arguments, of both kinds', () => {
  const errors = FILES.flatMap(linesOf).filter(isError);
  expect(new Set(errors.map(({ expression }) => expression)).size).toBeGreaterThan(150);
  const ranges = errors.filter(({ expected }) => expected.startsWith('RangeError'));
  expect(ranges.length).toBeGreaterThan(40);
});

describe.each(FILES)('%s', (name) => {
  test('says the same in all code, with the fast lane and without', async () => {
    const { node } = await buildModule(sourceOf(name), folder, RELEASE);
    const lines = linesOf(name);
    const list = join(folder, `${name}.json`);
    writeFileSync(list, JSON.stringify(lines.map(({ expression }) => expression)));
    for (const lane of [{}, { MIXMOD_FAST_CALLS: '0' }]) {
      const all = outcomes(node, list, lane);
      const wrong = lines.flatMap((line, index) =>
        (all[index] ?? [])
          .slice(0, isError(line) ? Infinity : 1)
          .flatMap((got, code) =>
            got === line.expected
              ? []
              : [`${line.expression} → ${got}, expected ${line.expected} (code ${code})`],
          ),
      );
      expect(wrong).toEqual([]);
      expect(all.filter((one) => one.length === 4).length).toBeGreaterThan(lines.length / 2);
    }
  });
});

/** For each expression what it gave in the interpreter, and in code of its callee before and after V8 optimized that. */
function outcomes(
  node: string,
  list: string,
  env: Readonly<Record<string, string>>,
): readonly (readonly string[])[] {
  const args = ['--allow-natives-syntax', script, node, list];
  const stdout = execFileSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return JSON.parse(stdout) as readonly (readonly string[])[];
}
