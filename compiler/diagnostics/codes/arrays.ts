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
    ({ type }) => `${type} is spread, which is not iterable`,
    'How it is walked must be known when the module is built.',
    () => 'Tell the members of a union apart first, or take an `Iterable<T>`.',
  ),
  tupleIndex: code<{ type: string }>(
    2104,
    ({ type }) => `the index of ${type} is no constant of it`,
    'Each place of a tuple has a type of its own, so the place must be known when the module is built.',
    () => 'Write the index as a number, or use an array of one type.',
  ),
  recordMember: code(
    2105,
    () => 'a name in an object literal is not known when the module is built',
    'An object has the members that its type names.',
    () =>
      'Write `name: value`, or the name of a constant in brackets; use a `Map` for names that the program computes.',
  ),
  recordSpread: code<{ type: string }>(
    2106,
    ({ type }) => `the fields of ${type} cannot be spread`,
    'The fields are copied from one record to another.',
    () => 'Spread a record, or write the fields one by one.',
  ),
  emptyRecord: code(
    2107,
    () => 'an object without fields is not part of RTypeScript',
    'Every object has the fields of its type, and this one has none.',
    () => 'Write its fields, or give it a type whose fields are all optional.',
  ),
  recordShape: code<{ from: string; to: string }>(
    2108,
    ({ from, to }) => `${from} is not of the shape ${to}`,
    'Two records are of one type where they have the same fields of the same types; the layouts of others differ.',
    () => 'Make a new record with the fields that are asked for: `{ x: value.x }`.',
  ),
  tupleSpread: code(
    2109,
    () => 'nothing is spread in a tuple',
    'Each place of a tuple has a type of its own.',
    () => 'Write the items one by one.',
  ),
  destructured: code<{ type: string }>(
    2110,
    ({ type }) => `${type} cannot be taken apart`,
    'A pattern takes the items of an array or tuple, or the fields of an object.',
    () => 'Read what you need into variables of their own.',
  ),
  sortComparator: code(
    2111,
    () => 'the comparison of the items is missing',
    'Without it JavaScript sorts by the texts of the items, also numbers: 10 comes before 9.',
    () => 'Give the comparison: `items.sort((a, b) => a - b)`.',
  ),
  flatDepth: code(
    2112,
    () => '`flat` takes one level of arrays',
    'The type of the result follows from the depth, so the depth is not a value.',
    () => 'Call `flat()` on an array of arrays, once for each level.',
  ),
  collectionKey: code<{ type: string }>(
    2113,
    ({ type }) => `${type} is no key of a Map or Set`,
    'Keys are found by value (numbers, booleans, strings) or by identity (objects, functions).',
    () => 'Use a number, a string, an object or a function as the key.',
  ),
  weakTarget: code<{ type: string }>(
    2120,
    ({ type }) => `${type} is no target of a WeakRef`,
    'Only objects of the heap have a life that ends: objects, arrays and functions. Numbers, strings and booleans are values, and memory of typed arrays may belong to JavaScript.',
    () => 'Refer to an object, an array or a function.',
  ),
  finalizationRegistry: code(
    2121,
    () => '`FinalizationRegistry` is not part of RTypeScript',
    'Its callbacks would run between two calls of the host, where compiled code has no turn.',
    () =>
      'Free what an object holds with `using`, or ask a WeakRef whether the object is still there.',
  ),
  objectShape: code<{ type: string }>(
    2130,
    ({ type }) => `the properties of ${type} are not all known, or of types without a union`,
    'What `Object.keys` and its kin give is made when the module is built: of records whose fields are all there, with values that an array can hold.',
    () => 'Name the fields, use a record without optional fields, or a `Map`.',
  ),
  arrayFrom: code(
    2114,
    () => '`Array.from` takes what `for…of` walks over, or `{ length: n }` and a function',
    'What else has items is walked with a loop.',
    () => 'Write `Array.from({ length: n }, (_, i) => …)`, or push in a loop.',
  ),
} as const;
