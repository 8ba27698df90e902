// The two declaration files that every program sees.
import { join } from 'node:path';
import { packageRoot } from '../package-root.ts';

/** The global names of RTypeScript. */
export const LIBRARY_PATH = join(packageRoot, 'compiler/check/lib/lib.rts.d.ts');
/** What `import … from 'mixmod'` declares. */
export const MIXMOD_PATH = join(packageRoot, 'runtime/mixmod.d.ts');
