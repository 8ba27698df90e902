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
  consoleValue: code<{ type: string }>(
    2403,
    ({ type }) => `${type} is no value that console shows`,
    'Strings, numbers, bigints, booleans, null and undefined are shown exactly as on Node; how it shows objects depends on what they are when it runs.',
    () => 'Write `JSON.stringify(value)`, `String(error)`, or the text that is wanted.',
  ),
  jsonType: code<{ type: string }>(
    2404,
    ({ type }) => `${type} has no JSON text`,
    'Numbers, strings, booleans, null, arrays, tuples and records have one, and objects with a method `toJSON()`; undefined has none, bigints raise a TypeError in JavaScript.',
    () => 'Convert it to a record, an array or a string, or give its class a method `toJSON()`.',
  ),
  jsonTarget: code(
    2406,
    () => 'nothing tells the type of the value that JSON.parse gives',
    'A value of any type has no form in compiled code; each type is read by code of its own.',
    () => 'Write `JSON.parse(text) as T`, or `const value: T = JSON.parse(text)`.',
  ),
  jsonUnreadable: code<{ type: string }>(
    2407,
    ({ type }) => `${type} cannot be read from JSON`,
    'Numbers, strings, booleans, null, arrays, tuples and records can.',
    () => 'Read a record, and make the object from its fields.',
  ),
  jsonReplacer: code(
    2405,
    () => 'JSON.stringify with a replacer is not part of RTypeScript',
    'It is called with values of any type.',
    () => 'Write `null`, and a record that has what is wanted.',
  ),
} as const;
