// 21xx: arrays, tuples and records.
import { code } from './code.ts';

export const ARRAY_CODES = {
  emptyArray: code(
    2100,
    () => 'nothing tells the type of the items of this empty array',
    'An array has items of one type, which is known when the array is made.',
    () => 'Write the type: `const items: number[] = []`.',
  ),
  arrayHole: code(
    2101,
    () => 'an array has no holes in RTypeScript',
    'A hole is an item that is missing; each item has a value.',
    () => 'Write the item: `undefined` where the type allows it.',
  ),
  unfilledArray: code<{ type: string }>(
    2102,
    ({ type }) => `the items of the new array would be undefined, which ${type} is not`,
    'JavaScript makes an array of holes, and reads undefined from them.',
    () => 'Give every item a value: `new Array<number>(n).fill(0)`.',
  ),
  spreadSource: code<{ type: string }>(
    2103,
    ({ type }) => `${type} is spread, which is no array`,
    'The items are copied from one array to another.',
    () => 'Spread an array, or push the elements in a loop.',
  ),
} as const;
