// 32xx: mixed modules: a folder's manifest, and what its files may import.
import { code } from './code.ts';

export const MIXED_MODULE_CODES = {
  noManifest: code<{ path: string }>(
    3201,
    ({ path }) => `${path} is no manifest of a mixed module`,
    'A folder is built by its `index.ts`, which says what the module consists of.',
    () => "Write `export default mixedModule({ name: '…', … })` in it, imported from 'mixmod'.",
  ),
  manifestForm: code<{ found: string; wanted: string }>(
    3202,
    ({ found, wanted }) => `the manifest has ${found} where ${wanted} must stand`,
    'The names of a module are known before anything of it runs: loaders and declarations are made from them.',
    () =>
      'Import what the module consists of, and name it: `interpleveldefs: interp` after `import * as interp`, or `{ name: interp.other }`.',
  ),
  manifestLevel: code<{ name: string; level: string; file: string; isCompiled: boolean }>(
    3203,
    ({ name, level, file, isCompiled }) =>
      `${level} has ${name} of ${file}, which is ${isCompiled ? 'RTypeScript' : "plain TypeScript: it does not begin with 'use mixmod'"}`,
    'interpleveldefs are compiled, appleveldefs are run by the host, submodules have a manifest of their own.',
    ({ isCompiled }) =>
      `Name it in ${isCompiled ? 'interpleveldefs' : 'appleveldefs'} instead, or change the file.`,
  ),
  manifestName: code<{ name: string; first: string; second: string }>(
    3204,
    ({ name, first, second }) => `the name '${name}' is in ${first} and in ${second}`,
    'A module has one value for each name, and one module each name.',
    () => 'Rename one: `{ other: interp.name }`.',
  ),
  mixedImport: code<{ specifier: string; reason: string }>(
    3205,
    ({ specifier, reason }) => `the import '${specifier}' ${reason}`,
    'What `mixmod build` writes runs without mixmod and without the sources: all files of a module lie in its folder.',
    () => 'Move the file into the folder; import names of mixmod in RTypeScript files only.',
  ),
  submoduleCycle: code<{ path: string }>(
    3206,
    ({ path }) => `the manifests import each other in a circle: ${path}`,
    'A module is made of its submodules, which must be there before it.',
    () => 'Let the inner one import the files that it needs instead of the manifest.',
  ),
} as const;
