// The sources of test/bench/c/ and test/bench/cpp/ → Node-API modules for an instruction set: the kernels and programs as
// the best C compiler at hand makes them at -O3, around them the calls from JavaScript at -O2.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../compiler/package-root.ts';
import { run } from './run-program.ts';

export interface CCompiler {
  readonly program: string;
  /** The first line of `--version`. */
  readonly version: string;
}

/** clang 14 uses the LLVM that mixmod uses: what differs then is what the two make of their sources. */
const CANDIDATES = ['clang-14', 'clang', 'gcc', 'cc'];
const CPP_PROGRAMS: Readonly<Record<string, string>> = {
  'clang-14': 'clang++-14',
  clang: 'clang++',
  gcc: 'g++',
  cc: 'c++',
};

export function findCCompiler(progress: (line: string) => void): CCompiler {
  if (!versionOf('clang-14')) installClang(progress);
  for (const program of CANDIDATES) {
    const version = versionOf(program);
    if (version) return { program, version };
  }
  throw new Error(`no C compiler was found; looked for ${CANDIDATES.join(', ')}`);
}

function versionOf(program: string): string | undefined {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.split('\n')[0] : undefined;
}

/** Only where it needs no password. */
function installClang(progress: (line: string) => void): void {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return;
  progress('installing clang-14');
  const install = ['install', '-y', '--no-install-recommends', 'clang-14'];
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  if (spawnSync('apt-get', install, options).status === 0) return;
  // The package lists of a fresh container are empty.
  spawnSync('apt-get', ['update'], options);
  if (spawnSync('apt-get', install, options).status !== 0) progress('clang-14 cannot be installed');
}

// JavaScript's numbers are rounded after each operation; so must be C's.
const OPTIONS = '-Wall -Wextra -Werror -ffp-contract=off -fPIC -fvisibility=hidden'.split(' ');

export function buildCAddon({ program }: CCompiler, cpu: string, out: string): string {
  return buildAddon({ program, folder: 'c', standard: 'c11', cpu, out });
}

/** By the C++ compiler of the same make; null where there is none. */
export function buildCppAddon(compiler: CCompiler, cpu: string, out: string): string | null {
  const program = CPP_PROGRAMS[compiler.program];
  if (program === undefined || versionOf(program) === undefined) return null;
  return buildAddon({ program, folder: 'cpp', standard: 'c++17', cpu, out });
}

interface Addon {
  readonly program: string;
  /** In test/bench/; files are named after it too: `.c`, `.cpp`. */
  readonly folder: string;
  readonly standard: string;
  readonly cpu: string;
  readonly out: string;
}

function buildAddon({ program, folder, standard, cpu, out }: Addon): string {
  const sources = join(packageRoot, 'test/bench', folder);
  const objects = join(out, `${folder}-${cpu}`);
  mkdirSync(objects, { recursive: true });
  const headers = join(packageRoot, 'node_modules/node-api-headers/include');
  const files = readdirSync(sources).filter((file) => file.endsWith(`.${folder}`));
  for (const file of files) {
    const level = file === `addon.${folder}` ? '-O2' : '-O3';
    const output = join(objects, `${file}.o`);
    const target = [`-std=${standard}`, level, `-march=${cpu}`, '-I', headers];
    run(program, ['-c', ...OPTIONS, ...target, '-o', output, join(sources, file)]);
  }
  const addon = join(out, `${folder}-${cpu}.node`);
  run(program, ['-shared', '-o', addon, ...files.map((file) => join(objects, `${file}.o`)), '-lm']);
  return addon;
}
