// 2xxx: types.
import { code } from './code.ts';
import { assertedValue, isNumeric } from './edits.ts';

const VALUE_CHANGE =
  'The conversion could change the value, and RTypeScript never does that silently.';

/** The function of 'mixmod' that converts to a type. */
const conversionTo = (type: string): string => (type === 'number' ? 'f64' : type);

export const TYPE_CODES = {
  mixedSignedness: code<{ left: string; right: string; operator: string }>(
    2001,
    ({ left, right, operator }) =>
      `\`${operator}\` mixes ${left} and ${right}, of different signedness`,
    'One of the two would silently change its value.',
    ({ left, right }) =>
      `Convert one operand, e.g. ${conversionTo(left)}(…) around the ${right} operand.`,
  ),
  mixedTypes: code<{ left: string; right: string; operator: string }>(
    2002,
    ({ left, right, operator }) => `\`${operator}\` mixes ${left} and ${right}`,
    'Neither type holds all values of the other; i64 and u64 are bigints, the others are numbers.',
    ({ left, right }) =>
      `Convert one operand, e.g. ${conversionTo(left)}(…) around the ${right} operand.`,
  ),
  literalDoesNotFit: code<{ value: string; type: string }>(
    2003,
    ({ value, type }) => `${value} does not fit ${type}`,
    'A literal takes the type of its place and must be a value of it.',
    ({ type }) => `Write a value of ${type}, or use a wider type.`,
  ),
  notAssignable: code<{ from: string; to: string }>(
    2004,
    ({ from, to }) => `${from} does not become ${to} by itself`,
    VALUE_CHANGE,
    ({ to }) => `Convert it: ${conversionTo(to)}(…).`,
    (text, { to }) => (isNumeric(to) ? `${conversionTo(to)}(${text})` : null),
  ),
  wrongType: code<{ from: string; to: string }>(
    2005,
    ({ from, to }) => `${from} is not ${to}`,
    'The two types have different layouts and there is no conversion between them.',
    ({ to }) => `Give a value of type ${to}.`,
  ),
  lossyAssertion: code<{ from: string; to: string }>(
    2006,
    ({ from, to }) => `\`as ${to}\` would change values of type ${from}`,
    '`as` never changes a value in TypeScript, so between numbers it is only accepted where nothing is lost.',
    ({ to }) => `Convert it: ${conversionTo(to)}(…).`,
    (text, { to }) => assertedValue(text, conversionTo(to)),
  ),
  operandType: code<{ operator: string; type: string }>(
    2007,
    ({ operator, type }) => `\`${operator}\` does not take ${type}`,
    'Arithmetic is defined on numeric types only.',
    () => 'Convert the operand, e.g. i32(…) of a boolean.',
  ),
  noCommonType: code<{ left: string; right: string }>(
    2008,
    ({ left, right }) => `the value would be ${left} or ${right}`,
    'An expression has one static type.',
    ({ left }) => `Make both of one type, e.g. ${left}.`,
  ),
  comparison: code<{ operator: string; left: string; right: string }>(
    2009,
    ({ operator, left, right }) => `\`${operator}\` does not compare ${left} with ${right}`,
    'Numbers and strings are compared with their like; booleans and pointers only by === and !==.',
    () => 'Convert one side; of objects compare lengths and elements.',
  ),
  unsignedShift: code<{ type: string }>(
    2010,
    ({ type }) => `\`>>>\` does not take ${type}`,
    'ECMAScript defines >>> as an operation on 32 bits, and refuses it for bigints.',
    () => 'Shift an unsigned type: `u64(x) >> n`, `usize(x) >> n`.',
  ),
  recursiveResult: code<{ name: string }>(
    2011,
    ({ name }) => `the result type of ${name} depends on itself`,
    'The result of a function is inferred from its body, and the body calls the function.',
    ({ name }) => `Write the result type: \`function ${name}(…): i32\`.`,
  ),
  exportType: code<{ name: string; what: string; kind?: string; type: string; part: string }>(
    2012,
    ({ name, what, kind = 'function', type, part }) =>
      `${what} of the exported ${kind} ${name} is of type ${type}${part === type ? '' : `, which holds ${part}`}`,
    'JavaScript has no value for it.',
    () =>
      'Take and return numbers, booleans, strings, typed arrays, records, arrays, tuples, maps, sets, dates, unions, functions, objects of exported classes, JSValue, promises or nullables of them; take iterables, and give generators and iterators.',
  ),
  narrowedVariable: code<{ name: string }>(
    2013,
    ({ name }) => `the module-level variable ${name} may have become null again`,
    'Between the test and the use another function can assign it.',
    ({ name }) => `Copy it first: \`const value = ${name};\`, then test and use the copy.`,
  ),
  notConvertible: code<{ from: string; to: string }>(
    2014,
    ({ from, to }) => `${conversionTo(to)}(…) does not take ${from}`,
    'Conversion functions take numbers and booleans.',
    () => 'Give it a number or a boolean; read the digits of a text with charCodeAt.',
  ),
  nullSwitch: code<{ type: string }>(
    2016,
    ({ type }) => `\`switch\` does not take ${type}`,
    'Cases are compared as numbers, booleans or strings.',
    () => 'Test for null first, or use if and else.',
  ),
  constantCycle: code<{ name: string }>(
    2017,
    ({ name }) => `the value of ${name} depends on itself`,
    'The type of a module-level variable is inferred from its value.',
    ({ name }) => `Write the type: \`const ${name}: i32 = …\`.`,
  ),
  elementType: code<{ type: string }>(
    2018,
    ({ type }) => `${type} has no elements`,
    'Only typed arrays and pointers to arrays are indexed.',
    () => 'Index a typed array; for an ArrayBuffer make one: `new Uint8Array(buffer)`.',
  ),
  assignTarget: code(
    2019,
    () => 'this is not a variable or element that can be assigned',
    'Lengths and members of values are fixed.',
    () => 'Assign a variable, or an element of a typed array.',
  ),
  voidValue: code(
    2020,
    () => 'a value is needed and there is none',
    'The function returns nothing.',
    () => 'Call it as a statement of its own.',
  ),
  notCallable: code<{ name: string }>(
    2021,
    ({ name }) => `${name} is not a function of this program`,
    'Calls go to functions known when the module is built.',
    () => 'Call a function of the module, or one that is imported.',
  ),
  nullableOperand: code<{ type: string }>(
    2022,
    ({ type }) => `the value may be absent: its type is ${type}`,
    'The operation needs the value itself.',
    () => 'Test for null or undefined first, or give a default with `??`.',
  ),
  onlyAbsent: code<{ type: string }>(
    2023,
    ({ type }) => `the type would be only ${type}`,
    'A variable or result has a value besides null and undefined.',
    () => 'Write the type: `let x: number | null = null`.',
  ),
  exportedComptime: code<{ name: string }>(
    2024,
    ({ name }) => `${name} is exported, but exists only while the module is built`,
    'Types and functions of C have no JavaScript value.',
    () =>
      'Export a function that uses it; other compiled files may import it from a file of its own.',
  ),
  roundedLiteral: code<{ written: string; value: string; target: string }>(
    2025,
    ({ written, value }) => `${written} is no exact number: in JavaScript it is ${value}`,
    'Numbers hold all integers up to 2 ** 53 only, so the integer would have another value than is written.',
    ({ written, target }) =>
      target === ''
        ? `Write a bigint: ${written}n.`
        : `Write a bigint and convert it: ${target}(${written}n).`,
  ),
  unionTest: code<{ member: string; type: string }>(
    2030,
    ({ member, type }) => `nothing tells ${member} from the other members of ${type}`,
    'A test of a value of a union looks for a class, a tag, or a field that only one member has.',
    () => "Give each member a tag of its own: `kind: 'circle'`.",
  ),
  ovfcheckOperand: code<{ type: string }>(
    2160,
    ({ type }) => `\`ovfcheck\` takes an operation on integers, not a value of type ${type}`,
    'Once the operation is done nothing of the overflow is left to see.',
    () => 'Write the operation in the call: `ovfcheck(a + b)`, with operands of integer types.',
  ),
  comptimeResult: code<{ path: string; type: string }>(
    2161,
    ({ path, type }) => `${path} that \`comptime\` gives is not of type ${type}`,
    'It becomes a constant: a number, boolean or string, an array, typed array, tuple or record of them.',
    () => 'Give a value of the type; convert integers with `i32(x)` and the like.',
  ),
  exportedUnion: code<{ name: string; what: string; type: string }>(
    2162,
    ({ name, what, type }) => `${what} of the exported function ${name} is of type ${type}`,
    'Nothing tells JavaScript values of its members apart.',
    () => "Give each member a tag of its own: `kind: 'circle'`.",
  ),
} as const;
