// Before any test: programs with a heap are linked with the runtime core in dist/, which is built again if it is older than what
// it is made from. Otherwise a test would silently run an old core with new code around it.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_LIBRARY } from '../../compiler/builtins/core-library.ts';
import { packageRoot } from '../../compiler/package-root.ts';

/** What the core says, and what decides which code it becomes. */
const SOURCES = [
  'runtime/core',
  'runtime/prelude',
  'runtime/crash',
  'compiler/code-generator',
  ...['builtins', 'flow', 'graph', 'link', 'llvm', 'lower', 'optimize', 'program'].map(
    (folder) => `compiler/${folder}`,
  ),
];

/** When the last good build began (`.ci/build.sh`). */
export const STAMP = 'node_modules/.cache/mixmod-setup/dist';

/** The first of the files below `folders` that is newer than `stamp`; folders count, as their files may be gone. */
export function newerThan(stamp: string, folders: readonly string[]): string | undefined {
  const { mtimeMs } = statSync(stamp);
  const paths = folders.flatMap((folder) => [
    folder,
    ...readdirSync(folder, { encoding: 'utf8', recursive: true }).map((name) => join(folder, name)),
  ]);
  return paths.find((path) => statSync(path).mtimeMs > mtimeMs);
}

export function setup(): void {
  const at = (path: string): string => join(packageRoot, path);
  const isThere = existsSync(at(CORE_LIBRARY)) && existsSync(at(STAMP));
  const newer = isThere ? newerThan(at(STAMP), SOURCES.map(at)) : CORE_LIBRARY;
  if (newer === undefined) return;
  process.stderr.write(`the runtime core is older than ${newer}: building it\n`);
  try {
    execFileSync(at('.ci/build.sh'), { cwd: packageRoot, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`the runtime core cannot be built (.ci/build.sh):\n${stdout}${stderr}`);
  }
}
