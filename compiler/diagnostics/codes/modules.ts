// 3xxx: modules, imports, exports and the C boundary.
import { code } from './code.ts';

export const MODULE_CODES = {
  fileNotFound: code<{ path: string }>(
    3001,
    ({ path }) => `cannot read ${path}`,
    'The file does not exist or may not be read.',
    () => 'Check the path.',
  ),
} as const;
