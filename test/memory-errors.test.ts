// Programs with mistakes in raw memory (test/errors/memory/): each is found, untranslated and in a checked build, with the places of
// allocation and release; the mended forms find nothing and leak nothing.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { REPOSITORY } from './harness/source-snapshot.ts';

const FOLDER = join(REPOSITORY, 'test/errors/memory');
const RUNNER = join(REPOSITORY, 'test/harness/memory-runner.mjs');
const HOOK = join(REPOSITORY, 'dist/command/untranslated.js');
const out = mkdtempSync(join(tmpdir(), 'memory-errors-'));
afterAll(() => rmSync(out, { recursive: true }));

interface Case {
  readonly name: string;
  /** `…` stands for anything. */
  readonly message: string;
  readonly sites: readonly string[];
}

/** `// name() → message, allocated, freed`, or `// name() → leak of Point of 8 bytes`. */
const casesOf = (text: string): readonly Case[] =>
  [...text.matchAll(/^\/\/ (\w+)\(\) → (.*)$/gm)].map(([, name = '', rest = '']) => {
    const [, message = '', sites = ''] = /^(.*?)((?:, (?:allocated|freed))*)$/.exec(rest) ?? [];
    return { name, message, sites: sites.split(', ').filter((site) => site !== '') };
  });

interface Outcome {
  readonly results: Readonly<Record<string, string>>;
  readonly stderr: string;
}

function run(args: readonly string[]): Outcome {
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
  return { results: JSON.parse(stdout) as Record<string, string>, stderr };
}

/** Build or hook, then the names. */
type Execution = (names: readonly string[]) => Outcome;

function executionsOf(file: string): Readonly<Record<string, Execution>> {
  const source = join(FOLDER, file);
  const main = join(REPOSITORY, 'dist/command/main.js');
  let addon: string | null = null;
  const build = (): string => {
    const made = spawnSync(
      process.execPath,
      [main, 'build', '--debug', '--checked', '--out', out, source],
      {
        encoding: 'utf8',
      },
    );
    if (made.status !== 0) throw new Error(made.stderr);
    return join(out, file.replace('.ts', '.node'));
  };
  return {
    untranslated: (names) => run(['--import', HOOK, RUNNER, source, ...names]),
    checked: (names) => run([RUNNER, (addon ??= build()), ...names]),
  };
}

const pattern = (message: string): RegExp =>
  new RegExp(
    `^${message
      .split('…')
      .map((part) => part.replaceAll(/[^\w ]/g, '\\$&'))
      .join('.*')}$`,
  );

describe.each(readdirSync(FOLDER).sort())('%s', (file) => {
  const cases = casesOf(readFileSync(join(FOLDER, file), 'utf8'));
  const [leaks, wrong] = [true, false].map((isLeak) =>
    cases.filter(({ message }) => message.startsWith('leak of ') === isLeak),
  );
  const executions = Object.entries(executionsOf(file));

  test.runIf(wrong?.length)('every mistake is found, at the same places', () => {
    const names = (wrong ?? []).map(({ name }) => name);
    const found = executions.map(([, execute]) => execute(names).results);
    for (const { name, message, sites } of wrong ?? []) {
      const places = found.map((results) => {
        const [head = '', ...lines] = (results[name] ?? '').split('\n');
        expect(`${name}: ${head}`).toMatch(pattern(`${name}: ${message}`));
        expect(lines.map((line) => line.trim().split(' ')[0])).toEqual(sites);
        return lines.map((line) => /[^/ ]+:\d+:\d+$/.exec(line)?.[0]);
      });
      expect(places[0], name).toEqual(places[1]);
      for (const place of places[0] ?? []) expect(place).toContain(`${file}:`);
    }
  });

  test.runIf(leaks?.length)('every leak is reported, with its place', () => {
    for (const { name, message } of leaks ?? [])
      for (const [, execute] of executions) {
        const { stderr } = execute([name]);
        expect(stderr, name).toContain('1 allocation was never freed');
        expect(stderr, name).toContain(`${message.replace('leak of ', '')}, allocated at `);
        expect(stderr, name).toMatch(new RegExp(`${file}:\\d+:\\d+`));
      }
  });

  test.each(executions)('mended, nothing is found: %s', (_name, execute) => {
    const names = cases.map(({ name }) => `${name}_mended`);
    const { results, stderr } = execute(names);
    for (const name of names) expect(results[name], name).toMatch(/^gave -?\d+$/);
    expect(stderr).toBe('');
  });
});
