// Programs with mistakes in raw memory (test/errors/memory/): each is found, untranslated and in a checked build, with the places of
// allocation and release; the mended forms find nothing and leak nothing.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  callAll,
  memoryPrograms,
  nameInAll,
  writeModuleOfAll,
  type Case,
  type MemoryProgram,
  type Outcome,
} from './harness/memory-programs.ts';
import { REPOSITORY } from './harness/source-snapshot.ts';

const programs = memoryPrograms();
const out = mkdtempSync(join(tmpdir(), 'memory-errors-'));
afterAll(() => rmSync(out, { recursive: true }));

const isLeak = ({ message }: Case): boolean => message.startsWith('leak of ');
const leaksOf = ({ cases }: MemoryProgram): readonly Case[] => cases.filter(isLeak);
const mistakesOf = ({ cases }: MemoryProgram): readonly Case[] =>
  cases.filter((one) => !isLeak(one));

/** Names of functions in the module of all. */
const named = (casesOf: (program: MemoryProgram) => readonly Case[], ending = ''): string[] =>
  programs.flatMap((one) => casesOf(one).map(({ name }) => nameInAll(one, name + ending)));
const MISTAKES = named(mistakesOf);
const LEAKS = named(leaksOf);
const MENDED = named(({ cases }) => cases, '_mended');

const source = writeModuleOfAll(programs, out);
const addon = join(out, 'all.node');
const COMMAND = join(REPOSITORY, 'dist/command');
beforeAll(() => {
  const build = ['build', '--debug', '--checked', '--no-cache', '--out', out, source];
  const { status, stderr } = spawnSync(process.execPath, [join(COMMAND, 'main.js'), ...build], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
});

/** Calls functions one after the other in one process. */
const executions = {
  untranslated: (names: readonly string[]) =>
    callAll([process.execPath, '--import', join(COMMAND, 'untranslated.js')], source, names),
  checked: (names: readonly string[]) => callAll([process.execPath], addon, names),
};

const pattern = (message: string): RegExp =>
  new RegExp(
    `^${message
      .split('…')
      .map((part) => part.replaceAll(/[^\w ]/g, '\\$&'))
      .join('.*')}$`,
  );

describe('every mistake is found, at the same places', () => {
  let found: readonly Outcome[] = [];
  beforeAll(() => {
    found = Object.values(executions).map((execute) => execute(MISTAKES));
  });

  test.each(programs.filter((program) => mistakesOf(program).length > 0))('$file', (program) => {
    const { file } = program;
    for (const { name, message, sites } of mistakesOf(program)) {
      const places = found.map(({ results }) => {
        const [head = '', ...lines] = (results.get(nameInAll(program, name)) ?? '').split('\n');
        expect(`${name}: ${head}`).toMatch(pattern(`${name}: ${message}`));
        expect(lines.map((line) => line.trim().split(' ')[0])).toEqual(sites);
        return lines.map((line) => /[^/ ]+:\d+:\d+$/.exec(line)?.[0]);
      });
      expect(places[0], name).toEqual(places[1]);
      for (const place of places[0] ?? []) expect(place).toContain(`${file}:`);
    }
  });
});

describe.each(Object.entries(executions))('%s', (_name, execute) => {
  let outcome: Outcome = { results: new Map(), stderr: '' };
  beforeAll(() => {
    outcome = execute([...MENDED, ...LEAKS]);
  });

  test.each(programs)('mended, nothing is found: $file', (program) => {
    for (const { name } of program.cases) {
      const mended = nameInAll(program, `${name}_mended`);
      expect(outcome.results.get(mended), mended).toMatch(/^gave -?\d+$/);
    }
  });

  test('every leak is reported, with its place, and nothing of what is mended', () => {
    const leaks = programs.flatMap((program) =>
      leaksOf(program).map((one) => ({ ...one, file: program.file })),
    );
    const [head, ...lines] = outcome.stderr.trimEnd().split('\n');
    expect(head).toBe(`mixmod: ${leaks.length} allocations were never freed:`);
    expect(lines).toHaveLength(leaks.length);
    for (const { name, message, file, lines: within } of leaks) {
      const [first, last] = within;
      const reported = lines.filter((line) => {
        const at = Number(/:(\d+):\d+$/.exec(line)?.[1]);
        return line.includes(`/${file}:`) && at > first && at < last;
      });
      expect(reported, name).toHaveLength(1);
      expect(reported[0]).toContain(`  ${message.replace('leak of ', '')}, allocated at `);
    }
  });
});

test('one leak is one, and none is none', () => {
  const [first = ''] = LEAKS;
  expect(executions.checked([first]).stderr).toMatch(
    /^mixmod: 1 allocation was never freed:\n {2}\S.*:\d+:\d+\n$/,
  );
  expect(executions.checked(MENDED).stderr).toBe('');
});
