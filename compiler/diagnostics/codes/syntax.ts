// 1xxx: constructs of TypeScript that RTypeScript refuses.
import { code } from './code.ts';

export const SYNTAX_CODES = {
  typescript: code<{ message: string; number: number }>(
    1001,
    ({ message, number }) => `TypeScript: ${message} (TS${number})`,
    'Every RTypeScript file must first be a correct TypeScript file.',
    () => 'Correct the TypeScript error; `tsc` and every editor report the same one.',
  ),
  anyType: code(
    1002,
    () => 'the type `any` is not part of RTypeScript',
    'A value of unknown type has no static layout.',
    () => 'Name the type; for live JavaScript values use JSValue.',
  ),
} as const;
