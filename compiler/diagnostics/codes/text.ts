// 24xx: strings.
import { code } from './code.ts';

export const TEXT_CODES = {
  noText: code<{ type: string }>(
    2401,
    ({ type }) => `${type} does not become text by itself`,
    'Numbers, bigints, booleans, null, undefined and errors have a text, and objects of classes with a method `toString(): string` (and no `valueOf`, for `+`).',
    () => 'Join the texts of its parts, or give its class a method `toString`.',
  ),
  noNumber: code<{ type: string }>(
    2402,
    ({ type }) => `${type} does not become a number`,
    'Strings, numbers, bigints, booleans, null and undefined have a number.',
    () => 'Convert one of its parts.',
  ),
} as const;
