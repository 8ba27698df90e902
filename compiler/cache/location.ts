// Where the cache lives, and what identifies this compiler in it.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { packageRoot } from '../package-root.ts';
import { contentHash } from './build-cache.ts';

/** MIXMOD_CACHE, else XDG_CACHE_HOME/mixmod, else ~/.cache/mixmod. */
export function cacheFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const { MIXMOD_CACHE, XDG_CACHE_HOME } = environment;
  return MIXMOD_CACHE
    ? resolve(MIXMOD_CACHE)
    : join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'mixmod');
}

/** Changes whenever a file of the compiler or of the runtime it links in changes (sizes and times: no reading). */
export function compilerIdentity(): string {
  const parts: string[] = [process.version];
  // dist/ where it was built, and the declarations and the prelude, which are read as they are.
  for (const folder of ['dist/compiler', 'dist/runtime', 'compiler/check/lib', 'runtime']) {
    collect(join(packageRoot, folder), parts);
  }
  return contentHash(...parts);
}

function collect(folder: string, parts: string[]): void {
  if (!existsSync(folder)) return;
  for (const item of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, item.name);
    if (item.isDirectory()) collect(path, parts);
    else if (!item.name.endsWith('.map')) {
      const { size, mtimeMs } = statSync(path);
      parts.push(`${path}:${size}:${mtimeMs}`);
    }
  }
}
