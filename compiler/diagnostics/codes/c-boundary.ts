// 31xx: lltype and rffi, the boundary to C.
import { code } from './code.ts';

const LAYOUT = 'Compiled code reads memory by offsets that are fixed when the module is built.';
const BUILD_TIME =
  'Types and C functions are made when the module is built; they do not exist at run time.';
const C_CONVERSION = 'C takes the bits as they are; a silent conversion would hide a wrong value.';

export const C_CODES = {
  comptimeError: code<{ message: string }>(
    3101,
    ({ message }) => `this fails when the module is built: ${message}`,
    'Module-level declarations made with lltype and rffi are run at build time.',
    () => 'Correct the declaration; the message says what it lacks.',
  ),
  comptimeDependency: code<{ name: string }>(
    3102,
    ({ name }) => `${name} is not known when the module is built`,
    BUILD_TIME,
    ({ name }) => `Make ${name} a module-level \`const\` whose value does not depend on run time.`,
  ),
  comptimeCycle: code<{ name: string }>(
    3103,
    ({ name }) => `the build-time declaration ${name} depends on itself`,
    'It would have to be known before it is made.',
    () => 'For a structure that refers to itself use lltype.ForwardReference.',
  ),
  comptimeValue: code<{ name: string }>(
    3104,
    ({ name }) => `${name} is no value at run time`,
    BUILD_TIME,
    () => 'Give it to lltype.malloc, rffi.cast or rffi.sizeof; call it if it is a C function.',
  ),
  buildTimeOnly: code<{ name: string }>(
    3105,
    ({ name }) => `${name} cannot be called in compiled code`,
    BUILD_TIME,
    () => 'Declare the result as a module-level `const` and use that.',
  ),
  unknownContainer: code<{ type: string }>(
    3106,
    ({ type }) => `what a pointer of type ${type} points to is not known here`,
    LAYOUT,
    () =>
      'Declare the container as a module-level `const T = lltype.…` and write lltype.Ptr<typeof T>.',
  ),
  stringArgument: code<{ function: string; parameter: number; type: string }>(
    3107,
    ({ function: name, parameter, type }) =>
      `argument ${parameter} of ${name} is a string, but C wants a ${type}`,
    'A string has no address; C needs a copy as UTF-8 that somebody frees.',
    () => '`using text = rffi.scoped_str2charp(value);` and pass `text.ptr`.',
  ),
  arrayArgument: code<{ function: string; parameter: number; type: string; got: string }>(
    3108,
    ({ function: name, parameter, type, got }) =>
      `argument ${parameter} of ${name} is a ${got}, but C wants a ${type}`,
    'C gets the memory of an array only for a time that the source shows.',
    () =>
      'Declare the argument with `rffi.buffer` or `rffi.borrowed`, or write `using buffer = rffi.scoped_nonmovingbuffer(array);` and pass `buffer.ptr`.',
  ),
  pointerArgument: code<{ function: string; parameter: number; type: string; got: string }>(
    3109,
    ({ function: name, parameter, type, got }) =>
      `argument ${parameter} of ${name} is a ${got}, but C wants a ${type}`,
    C_CONVERSION,
    ({ type }) =>
      `If the memory is what C expects, cast it: rffi.cast(rffi.Ptr to ${type}, value).`,
  ),
  argumentCount: code<{ function: string; expected: number; got: number; variadic: boolean }>(
    3110,
    ({ function: name, expected, got, variadic }) =>
      `${name} takes ${variadic ? 'at least ' : ''}${expected} argument${expected === 1 ? '' : 's'}, got ${got}`,
    'A C function reads all of its arguments.',
    () => 'Pass exactly the arguments that llexternal declares.',
  ),
  scopedOutsideUsing: code<{ name: string }>(
    3111,
    ({ name }) => `${name} is only used in a \`using\` declaration`,
    'The end of the block is where its memory is given back.',
    ({ name }) => `\`using value = ${name}(…);\``,
  ),
  rawFlavor: code<{ name: string }>(
    3112,
    ({ name }) => `${name} needs its options written out: {flavor: 'raw'}`,
    'Raw memory is freed by the programmer, and the source says so at each place.',
    () => "Write `{ flavor: 'raw' }`, for malloc also `{ flavor: 'raw', zero: true }`.",
  ),
  mallocCount: code<{ type: string; open: boolean }>(
    3113,
    ({ type, open }) =>
      open ? `malloc of ${type} needs a number of items` : `${type} takes no number of items`,
    'The number of items is part of the size exactly for arrays of open length.',
    ({ open }) => (open ? 'Write it as the second argument.' : 'Leave it out.'),
  ),
  noSize: code<{ message: string }>(
    3114,
    ({ message }) => message,
    LAYOUT,
    () => 'Use a type whose size is known.',
  ),
  castTypes: code<{ from: string; to: string }>(
    3115,
    ({ from, to }) => `rffi.cast does not turn ${from} into ${to}`,
    'It converts numbers to numbers, pointers to pointers, and between pointers and word-sized integers.',
    () => 'Cast through lltype.Unsigned where that is meant.',
  ),
  inlinedAssign: code<{ name: string }>(
    3116,
    ({ name }) => `${name} is a structure or array inside another and cannot be assigned`,
    'An assignment copies one number or pointer.',
    () => 'Assign its fields or items one by one.',
  ),
  notAnArray: code<{ type: string }>(
    3117,
    ({ type }) => `${type} has no items`,
    'Only pointers to arrays are indexed.',
    () => 'Use its fields, or cast it to a pointer to an array with rffi.cast.',
  ),
  noLength: code<{ type: string }>(
    3118,
    ({ type }) => `${type} does not know its length`,
    'Arrays of C are an address and nothing more.',
    () => 'Pass the length along, or use lltype.Array(T), which stores it.',
  ),
  scopedValue: code<{ name: string }>(
    3119,
    ({ name }) => `${name} itself is no value; only its pointer is`,
    'The object that `using` declares does not exist in compiled code.',
    ({ name }) => `Write \`${name}.ptr\`.`,
  ),
  nullAccess: code(
    3120,
    () => 'this pointer is always NULL',
    'Reading or writing through NULL ends the process.',
    () => 'Give it memory first, e.g. with lltype.malloc.',
  ),
  itemOutside: code<{ index: string; count: number }>(
    3121,
    ({ index, count }) => `there is no item ${index}: the array has ${count}`,
    'The length of this array is part of its type, and the index is known when the module is built.',
    ({ count }) =>
      count === 0 ? 'An array of length 0 has no items.' : `Use an index from 0 to ${count - 1}.`,
  ),
  prebuiltAssign: code<{ name: string }>(
    3122,
    ({ name }) => `${name} is prebuilt memory and cannot be assigned`,
    'It is made when the module is built and is read-only from then on; all threads share it.',
    () => 'Write into it where it is made, or copy it into memory of lltype.malloc.',
  ),

  furtherArgument: code<{ function: string; parameter: number; got: string }>(
    3123,
    ({ function: name, parameter, got }) =>
      `argument ${parameter} of ${name} is ${got}, and its declaration says nothing of it`,
    'What a C function takes beyond its declared arguments it reads in the type that it expects; nobody converts.',
    () =>
      'Say the type: i32(x), f64(x), i64(x); of a string, the pointer of rffi.scoped_str2charp.',
  ),

  callbackType: code<{ type: string }>(
    3124,
    ({ type }) => `${type} is no pointer to a C function`,
    'C calls a function by its type, which says how the arguments come.',
    () => 'Make the type with rffi.CCallback([…], result).',
  ),
  callbackError: code(
    3126,
    () => 'what C gets when a callback throws must be known when the module is built',
    'It is part of the code that C calls.',
    () => 'Write a number, a boolean or null.',
  ),
  bufferArgument: code<{ function: string; parameter: number; type: string; got: string }>(
    3127,
    ({ function: name, parameter, type, got }) =>
      `argument ${parameter} of ${name} is a ${got}, but its memory becomes a ${type}`,
    'rffi.buffer takes a typed array whose items are what C has behind the pointer; its length is passed by itself.',
    () =>
      'Pass the typed array of that type, or declare the pointer and the length as two arguments.',
  ),
  llhelperFunction: code(
    3125,
    () => 'rffi.llhelper takes a function of the module, by its name',
    'The pointer is made once and never freed; a closure may capture what ends earlier.',
    () =>
      'Declare a function at the top of the module, or use rffi.callback or rffi.scoped_callback, which are freed.',
  ),

  cSignature: code<{
    function: string;
    where: string;
    expected: string;
    got: string;
    type: string;
  }>(
    3131,
    ({ function: name, where, expected, got }) =>
      `${where} of ${name} is ${expected} in C, declared here as ${got}`,
    "A call with another signature than the header's passes wrong values.",
    ({ where, type }) => `Declare ${where} as ${type}.`,
  ),
  cArgumentCount: code<{ function: string; got: number }>(
    3132,
    ({ function: name, got }) =>
      `${name} does not take ${got} argument${got === 1 ? '' : 's'} in C`,
    'The compilation info names a header, and the header declares the function otherwise.',
    () => "Declare the function's arguments as the header does.",
  ),
  cUndeclared: code<{ function: string; headers: string }>(
    3133,
    ({ function: name, headers }) => `${name} is not declared by ${headers}`,
    'The compilation info names these headers, and C finds no such function in them.',
    () => 'Correct the name, or include the header that declares it.',
  ),
  cLayout: code<{ struct: string; what: string; got: string }>(
    3134,
    ({ struct, what, got }) => `${struct}: ${what} differs in C; the declaration here gives ${got}`,
    LAYOUT,
    () => 'Declare all fields up to the last one used, in order and with the types of the header.',
  ),
  cHeader: code<{ message: string }>(
    3135,
    ({ message }) => `the C compiler refuses what the compilation info includes: ${message}`,
    'Headers and C sources are compiled with the module.',
    () => 'Correct includes, include_dirs and the C sources.',
  ),
  signaturesUnchecked: {
    ...code(
      3136,
      () => 'C functions were not compared with their headers',
      'There is no C compiler to read the headers with.',
      () => 'Install one (`mixmod doctor` shows how); a wrong declaration then is an error.',
    ),
    severity: 'warning',
  },
  macroFails: code<{ function: string; message: string }>(
    3137,
    ({ function: name, message }) =>
      `the macro ${name} does not take the declared arguments: ${message}`,
    'A macro is called through a C function with the declared signature, and that does not compile.',
    () => 'Declare the argument and result types that the macro works on.',
  ),
} as const;
