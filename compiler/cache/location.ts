// Where the cache lives, and what identifies this compiler in it.
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../package-root.ts';
import { digestOf, keyOf } from './digest.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** MIXMOD_CACHE, else XDG_CACHE_HOME/mixmod, else ~/.cache/mixmod. */
export function cacheFolder({ MIXMOD_CACHE, XDG_CACHE_HOME }: Environment): string {
  if (MIXMOD_CACHE) return resolve(MIXMOD_CACHE);
  // The specification of these folders has relative ones ignored.
  if (XDG_CACHE_HOME && isAbsolute(XDG_CACHE_HOME)) return join(XDG_CACHE_HOME, 'mixmod');
  try {
    return join(homedir(), '.cache', 'mixmod');
  } catch {
    return homelessFolder();
  }
}

let homeless: string | undefined;

/** A user without a home has a folder among the temporary ones, unless it could be filled by somebody else. */
function homelessFolder(): string {
  if (homeless !== undefined) return homeless;
  const user = process.getuid?.() ?? 0;
  const folder = join(tmpdir(), `mixmod-cache-${user}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const found = lstatSync(folder);
    const isOurs = found.isDirectory() && found.uid === user && (found.mode & 0o077) === 0;
    homeless = isOurs ? folder : mkdtempSync(join(tmpdir(), 'mixmod-cache-'));
  } catch {
    // Then it cannot be written, which is no error of a build.
    homeless = folder;
  }
  return homeless;
}

let identity: string | undefined;

/** Changes whenever a file of the compiler or of the runtime that it links in changes, and is the same on each machine that has them. */
export function compilerIdentity(): string {
  return (identity ??= keyOf(...identityParts()));
}

function identityParts(): string[] {
  const parts = [process.version, process.platform, process.arch];
  // The code that runs here (the bundled command, what tsc made, or the sources); the runtime, compiled and as it is
  // read; the declarations.
  const code = join(packageRoot, codeFolder(relative(packageRoot, fileURLToPath(import.meta.url))));
  for (const folder of [code, 'dist/runtime', 'runtime', 'compiler/check/lib'])
    collect(resolve(packageRoot, folder), parts);
  return parts;
}

/** `dist/command/x.js` → `dist/command`, `dist/compiler/cache/location.js` → `dist/compiler`. */
const codeFolder = (file: string): string =>
  file.startsWith('dist/command') ? dirname(file) : dirname(dirname(file));

function collect(folder: string, parts: string[]): void {
  for (const item of readFolder(folder)) {
    const path = join(folder, item.name);
    if (item.isDirectory()) collect(path, parts);
    else if (!item.name.endsWith('.map'))
      parts.push(relative(packageRoot, path), digestOf(readFileSync(path)));
  }
}

function readFolder(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    // A checkout that has not been built has no dist/.
    return [];
  }
}
