// Where the cache lives.
import { lstatSync, mkdirSync, mkdtempSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

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
