// The programs of test/errors/memory/: each function with what is said of it, and one module that exports the functions of all.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { REPOSITORY } from './source-snapshot.ts';

const FOLDER = join(REPOSITORY, 'test/errors/memory');
const RUNNER = join(REPOSITORY, 'test/harness/memory-runner.mjs');

export interface Case {
  readonly name: string;
  /** `…` stands for anything. */
  readonly message: string;
  /** `allocated`, `freed`. */
  readonly sites: readonly string[];
  /** The first and the last line of the function. */
  readonly lines: readonly [number, number];
}

export interface MemoryProgram {
  /** Of its file, without the folder. */
  readonly file: string;
  readonly path: string;
  readonly cases: readonly Case[];
}

export const memoryPrograms = (): readonly MemoryProgram[] =>
  readdirSync(FOLDER)
    .sort()
    .map((file) => {
      const path = join(FOLDER, file);
      return { file, path, cases: casesOf(readFileSync(path, 'utf8')) };
    });

/** `// name() → message, allocated, freed`, or `// name() → leak of Point of 8 bytes`. */
const casesOf = (text: string): readonly Case[] =>
  [...text.matchAll(/^\/\/ (\w+)\(\) → (.*)$/gm)].map(([, name = '', rest = '']) => {
    const [, message = '', sites = ''] = /^(.*?)((?:, (?:allocated|freed))*)$/.exec(rest) ?? [];
    const lines = linesOf(name, text);
    return { name, message, sites: sites.split(', ').filter((site) => site !== ''), lines };
  });

function linesOf(name: string, text: string): readonly [number, number] {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.startsWith(`export function ${name}()`));
  return [first + 1, lines.indexOf('}', first) + 1];
}

/** In the module of all: names of functions are the same in many programs. */
export const nameInAll = ({ file }: MemoryProgram, name: string): string =>
  `${file.replace('.ts', '').replaceAll('-', '_')}__${name}`;

/** The module of all: checked, compiled and loaded once, which takes as long as for two programs alone. `more`: further lines of it. */
export function writeModuleOfAll(
  programs: readonly MemoryProgram[],
  folder: string,
  more = '',
): string {
  const exports = programs.map((program) => {
    const names = program.cases.flatMap(({ name }) => [name, `${name}_mended`]);
    const renamed = names.map((name) => `${name} as ${nameInAll(program, name)}`).join(', ');
    return `export { ${renamed} } from '${relative(folder, program.path)}';\n`;
  });
  const path = join(folder, 'all.ts');
  writeFileSync(path, `'use mixmod';\n${exports.join('')}${more}`);
  return path;
}

export interface Outcome {
  /** What each function gave or threw, by its name in the module. */
  readonly results: ReadonlyMap<string, string>;
  readonly stderr: string;
}

/** Calls functions of a module in one process; `command` is followed by a script. */
export function callAll(
  command: readonly [string, ...string[]],
  module: string,
  names: readonly string[],
): Outcome {
  const [program, ...args] = command;
  const all = [...args, RUNNER, module, ...names];
  const { stdout, stderr, status, signal } = spawnSync(program, all, { encoding: 'utf8' });
  const lines = stdout.split('\n').filter((line) => line !== '');
  const results = new Map(lines.map((line) => JSON.parse(line) as [string, string]));
  if (status !== 0) {
    const culprit = names.find((name) => !results.has(name)) ?? 'the end';
    throw new Error(`ended with ${signal ?? status} in ${culprit}\n${stderr}`);
  }
  return { results, stderr };
}
