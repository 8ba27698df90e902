// Where this package is installed: the folder with its package.json, whether this runs from the sources or from dist/;
// and the files that come with it and are read as they are (declarations, prelude, explanation pages).
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const packageRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('mixmod: its package.json is missing');
  return findRoot(parent);
}

/** The text of a file of the package; `path` is absolute. Throws an Error where the installation is damaged. */
export function packageFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new Error(`mixmod: ${path} is missing from the package; install mixmod again`);
  }
}
