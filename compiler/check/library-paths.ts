// The files of the package that programs see: two declaration files, and the library written in RTypeScript. And where the
// runtime's own programs lie.
import { join, sep } from 'node:path';
import { packageRoot } from '../package-root.ts';

/** The global names of RTypeScript. */
export const LIBRARY_PATH = join(packageRoot, 'compiler/check/lib/lib.rts.d.ts');
/** What `import … from 'mixmod'` declares. */
export const MIXMOD_PATH = join(packageRoot, 'runtime/mixmod.d.ts');

/** The runtime core, its tests, and the module that calls the host: only they may name functions of the prelude. */
const CORE_FOLDERS = ['runtime/core', 'test/core', 'modules/_ffi'].map(
  (folder) => join(packageRoot, folder) + sep,
);
export const isCorePath = (path: string): boolean =>
  CORE_FOLDERS.some((folder) => path.startsWith(folder));
/** The modules of the language's own library, in `runtime/library/`. */
export const LIBRARY_MODULES: readonly string[] = [
  'array',
  'boundary',
  'console',
  'date',
  'error',
  'host',
  'instances',
  'iterable',
  'json',
  'json-reader',
  'live',
  'map',
  'memory',
  'promise',
  'rffi',
  'string',
  'typed-array',
];

const LIBRARY_MODULE_FOLDER = join(packageRoot, 'runtime/library');
/** `runtime/library/<module>.ts`: what the language's own objects do, as RTypeScript. */
export const libraryModulePath = (module: string): string =>
  join(LIBRARY_MODULE_FOLDER, `${module}.ts`);
export const isLibraryModulePath = (path: string): boolean =>
  path.startsWith(LIBRARY_MODULE_FOLDER);
