// The folder that holds package.json, whether this runs from the sources or from dist/: where the declaration files, the
// prelude and the explanation pages lie.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const packageRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('mixmod: its package.json is missing');
  return findRoot(parent);
}
