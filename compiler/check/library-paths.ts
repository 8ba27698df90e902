// The two declaration files that every program sees, and where the runtime's own programs lie.
import { join, sep } from 'node:path';
import { packageRoot } from '../package-root.ts';

/** The global names of RTypeScript. */
export const LIBRARY_PATH = join(packageRoot, 'compiler/check/lib/lib.rts.d.ts');
/** What `import … from 'mixmod'` declares. */
export const MIXMOD_PATH = join(packageRoot, 'runtime/mixmod.d.ts');

/** The runtime core and its tests: only they may name functions of the prelude. */
const CORE_FOLDERS = ['runtime/core', 'test/core'].map((folder) => join(packageRoot, folder) + sep);
export const isCorePath = (path: string): boolean =>
  CORE_FOLDERS.some((folder) => path.startsWith(folder));
