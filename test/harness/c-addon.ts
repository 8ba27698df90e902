// The C sources of test/bench/c/ → a Node-API module for an instruction set: the kernels as the best C compiler at hand
// makes them at -O3, around them the calls from JavaScript at -O2.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../compiler/package-root.ts';

export interface CCompiler {
  readonly program: string;
  /** The first line of `--version`. */
  readonly version: string;
}

/** clang 14 uses the LLVM that mixmod uses: what differs then is what the two make of their sources. */
const CANDIDATES = ['clang-14', 'clang', 'gcc', 'cc'];

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
const OPTIONS = '-std=c11 -Wall -Wextra -Werror -ffp-contract=off -fPIC -fvisibility=hidden'.split(
  ' ',
);

export function buildCAddon({ program }: CCompiler, cpu: string, out: string): string {
  const folder = join(packageRoot, 'test/bench/c');
  const objects = join(out, `c-${cpu}`);
  mkdirSync(objects, { recursive: true });
  const headers = join(packageRoot, 'node_modules/node-api-headers/include');
  const files = readdirSync(folder).filter((file) => file.endsWith('.c'));
  for (const file of files) {
    const level = file === 'addon.c' ? '-O2' : '-O3';
    const output = join(objects, `${file}.o`);
    const target = [level, `-march=${cpu}`, '-I', headers];
    run(program, ['-c', ...OPTIONS, ...target, '-o', output, join(folder, file)]);
  }
  const addon = join(out, `c-${cpu}.node`);
  run(program, ['-shared', '-o', addon, ...files.map((file) => join(objects, `${file}.o`)), '-lm']);
  return addon;
}

function run(program: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}\n${error?.message ?? stderr}`);
}
