// Which native functions take their arguments from the words and leave their result there, instead of asking Node-API for each: those that
// call functions of JavaScript, whose words are prepared in any case, and that pass nothing but numbers and booleans.
import type { UnitExport } from '../../graph/unit.ts';
import { isOneWord } from '../../program/types.ts';

export type WordsExport = Extract<UnitExport, { kind: 'function' }>;

/** Where the first word is said is in the first of the words. */
export const passesByWords = ({ parameters, result }: WordsExport): boolean =>
  parameters.every(({ inputType, optional }) => !optional && isOneWord(inputType)) &&
  (isOneWord(result) || result.kind === 'void' || result.kind === 'undefined');
