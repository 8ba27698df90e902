// 34xx: live values of JavaScript.
import { code } from './code.ts';

export const SPACE_CODES = {
  spaceValue: code<{ name: string; type: string; part: string }>(
    3401,
    ({ name, type, part }) =>
      `space.${name} is given, or gives, a value of type ${type}${part === type ? '' : `, which holds ${part}`}`,
    'JavaScript has no value for it.',
    () =>
      'Give numbers, booleans, strings, typed arrays, records, arrays, tuples, maps, sets, dates, functions, objects of exported classes, live values, or nullables of them.',
  ),
  liveMember: code<{ type: string }>(
    3402,
    ({ type }) => `${type} has a live value among its members`,
    'A live value can be anything: nothing tells it from the other members.',
    () =>
      'Make the whole of it a JSValue, with space.wrap(…) where it is something else, or make a record with a tag for each member.',
  ),
} as const;
