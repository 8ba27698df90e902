// The programs of test/run/ as native modules in a folder, and a process of some runtime that loads all of them and evaluates
// their expressions (`host-programs.ts`).
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openLocal } from '../../compiler/cache/open.ts';
import { nodeHost } from '../../compiler/host.ts';
import { RELEASE, type BuildOptions } from '../../compiler/options.ts';
import { packageRoot } from '../../compiler/package-root.ts';
import { buildModule } from './build-module.ts';
import type { BuiltProgram, ProgramReport } from './host-programs.ts';
import { parseRunCase } from './run-case.ts';

/** As compiled: other runtimes are given JavaScript. */
const checkScript = join(packageRoot, 'dist/test/harness/host-programs.js');
const manifestIn = (out: string): string => join(out, 'programs.json');

export interface Failure {
  readonly what: string;
  readonly problem: string;
}

/** By a part of its name; all, where none is asked for. */
export const isChosen = (name: string, parts: readonly string[]): boolean =>
  parts.length === 0 || parts.some((part) => name.includes(part));

/**
 * Programs that do not compile are failures of every host; files in a folder `lib` are imported by programs. `chosen`: parts of the names of
 * those that are wanted.
 */
export async function buildPrograms(
  out: string,
  chosen: readonly string[],
  options: BuildOptions = RELEASE,
): Promise<{ built: BuiltProgram[]; failures: Failure[] }> {
  const root = join(packageRoot, 'test/run');
  mkdirSync(out, { recursive: true });
  const cacheFolder = join(packageRoot, 'node_modules/.cache/mixmod-tests');
  const cache = openLocal(cacheFolder, options.cpu, nodeHost);
  const built: BuiltProgram[] = [];
  const failures: Failure[] = [];
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.split('/').includes('lib'))
    .filter((path) => isChosen(path, chosen))
    .sort();
  for (const name of names) {
    const path = join(root, name);
    const lines = parseRunCase(readFileSync(path, 'utf8'));
    try {
      const { node } = await buildModule(path, join(out, 'run', dirname(name)), options, cache);
      const expressions = lines.map(({ expression }) => expression);
      built.push({ name, node, expressions, expected: lines.map(({ expected }) => expected) });
    } catch (error) {
      failures.push({ what: name, problem: String(error) });
    }
  }
  return { built, failures };
}

/** Runs them in one process of a runtime; `command` is followed by a script. */
export function runPrograms(
  command: readonly [string, ...string[]],
  programs: readonly BuiltProgram[],
  out: string,
  env: NodeJS.ProcessEnv = process.env,
): readonly Failure[] {
  const [program, ...args] = command;
  writeFileSync(manifestIn(out), JSON.stringify(programs));
  const { stdout, stderr, status, signal } = spawnSync(
    program,
    [...args, checkScript, manifestIn(out)],
    {
      encoding: 'utf8',
      env,
      timeout: 600_000,
      maxBuffer: 1 << 28,
    },
  );
  const reports = new Map(
    stdout
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as ProgramReport)
      .map(({ name, problem }) => [name, problem]),
  );
  const end = `no result; the process ended with ${signal ?? `code ${status}`}\n${stderr.trim()}`;
  return programs.flatMap(({ name }) => {
    const problem = reports.has(name) ? (reports.get(name) ?? null) : end;
    return problem === null ? [] : [{ what: name, problem }];
  });
}
