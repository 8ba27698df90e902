// 3xxx: modules, imports, exports and the C boundary.
import { code } from './code.ts';
import { withEnding } from './edits.ts';

export const MODULE_CODES = {
  fileNotFound: code<{ path: string }>(
    3001,
    ({ path }) => `cannot read ${path}`,
    'The file does not exist or may not be read.',
    () => 'Check the path.',
  ),
  cannotWrite: code<{ path: string; reason: string }>(
    3004,
    ({ path, reason }) => `cannot write ${path}: ${reason}`,
    'The system does not let mixmod write this file or make this folder.',
    () => 'Name another folder (--out, MIXMOD_CACHE, TMPDIR), or change what is in the way.',
  ),
  importNotFound: code<{ specifier: string }>(
    3002,
    ({ specifier }) => `the imported file '${specifier}' cannot be read`,
    'All modules of a program are read when it is built.',
    () => 'Check the path; it is relative to the importing file.',
  ),
  importSpecifier: code<{ specifier: string }>(
    3003,
    ({ specifier }) =>
      `the import '${specifier}' is neither a relative .ts file, nor 'mixmod', nor a package that gives RTypeScript`,
    'Compiled code only uses compiled modules; packages of JavaScript are not among them. A package gives RTypeScript by the condition "mixmod" in the exports of its package.json.',
    () => "Write a relative path with its ending: `import { … } from './file.ts'`.",
    (text, { specifier }) => withEnding(text, specifier),
  ),
} as const;
