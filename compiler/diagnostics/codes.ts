// The registry of diagnostics: every code that a user can see, once. Codes are permanent and never reused.
// 1xxx syntax refused · 2xxx types · 3xxx modules and C boundary · 4xxx toolchain · 9xxx internal.
import { ARRAY_CODES } from './codes/arrays.ts';
import { C_CODES } from './codes/c-boundary.ts';
import { CLASS_CODES } from './codes/classes.ts';
import { MIXED_MODULE_CODES } from './codes/mixed-modules.ts';
import { MODULE_CODES } from './codes/modules.ts';
import { OFFTHREAD_CODES } from './codes/offthread.ts';
import { SPACE_CODES } from './codes/space.ts';
import { SYNTAX_CODES } from './codes/syntax.ts';
import { TEXT_CODES } from './codes/text.ts';
import { TOOLCHAIN_CODES } from './codes/toolchain.ts';
import { TYPE_CODES } from './codes/types.ts';

/** `sink.report(E.anyType, span, { … })`. */
export const E = {
  ...SYNTAX_CODES,
  ...CLASS_CODES,
  ...TYPE_CODES,
  ...ARRAY_CODES,
  ...TEXT_CODES,
  ...MODULE_CODES,
  ...MIXED_MODULE_CODES,
  ...C_CODES,
  ...OFFTHREAD_CODES,
  ...SPACE_CODES,
  ...TOOLCHAIN_CODES,
} as const;

/** Codes that no longer exist. Their numbers are never used again. */
export const RETIRED: readonly string[] = [
  'RTS1007',
  'RTS1012',
  'RTS1013',
  'RTS1024',
  'RTS1026',
  'RTS1027',
  'RTS1031',
  'RTS1033',
  'RTS1036',
  'RTS1049',
  'RTS1064',
  'RTS1067',
  'RTS1068',
  'RTS1070',
  'RTS1071',
  'RTS1091',
  'RTS1122',
  'RTS1132',
  'RTS1141',
  'RTS2015',
];
