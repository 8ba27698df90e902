// Where this package is installed: the folder with its package.json, from the sources and from dist/ alike.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeHost } from '../host.ts';

function findPackageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!nodeHost.exists(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('mixmod: no package.json above the compiler');
    folder = parent;
  }
  return folder;
}

const ROOT = findPackageRoot();

/** The global names of RTypeScript. */
export const LIBRARY_PATH = join(ROOT, 'compiler/check/lib/lib.rts.d.ts');
/** What `import … from 'mixmod'` declares. */
export const MIXMOD_PATH = join(ROOT, 'runtime/mixmod.d.ts');
