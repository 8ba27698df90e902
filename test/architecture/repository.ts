// The repository's files, for the architecture tests. Read through git, so that ignored and generated
// files are no part of it; files not yet added are, so that a mistake shows before its commit.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Path from the repository root → text. Also what the small made-up trees of the tests are. */
export type Tree = ReadonlyMap<string, string>;

export const root = fileURLToPath(new URL('../../', import.meta.url));

export function repositoryFiles(): readonly string[] {
  const git = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  // An unpacked archive has no git: then everything is listed but what is never in the repository.
  const paths = git.status === 0 ? git.stdout.split('\0') : walk(root);
  return [...new Set(paths)].filter((path) => path !== '' && isFile(join(root, path))).toSorted();
}

export function readTree(isWanted: (path: string) => boolean): Tree {
  const wanted = repositoryFiles().filter(isWanted);
  return new Map(wanted.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

/** Sources of the compiler, the runtime and the modules; declaration files have no code. */
export function isSource(path: string): boolean {
  return /^(compiler|runtime|modules)\/.*\.ts$/.test(path) && !path.endsWith('.d.ts');
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

const NEVER_TRACKED = new Set(['.git', 'node_modules', 'dist', 'build', '.cache', '.mixmod-cache']);

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NEVER_TRACKED.has(entry.name) ? [] : walk(path);
    return [relative(root, path)];
  });
}
