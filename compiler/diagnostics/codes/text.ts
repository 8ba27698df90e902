// 24xx: strings.
import { code } from './code.ts';

export const TEXT_CODES = {
  noText: code<{ type: string }>(
    2401,
    ({ type }) => `${type} does not become text by itself`,
    'Numbers, bigints, booleans, null and undefined have a text; objects would have to be asked for one.',
    () => 'Join the texts of its parts, or call a method that returns a string.',
  ),
  noNumber: code<{ type: string }>(
    2402,
    ({ type }) => `${type} does not become a number`,
    'Strings, numbers, bigints, booleans, null and undefined have a number.',
    () => 'Convert one of its parts.',
  ),
} as const;
