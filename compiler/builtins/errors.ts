// Messages of the errors that operations raise, one place for all executions. `{0}`, `{1}` stand for the numeric
// arguments, printed as JavaScript prints them. Where JavaScript throws too, the text is V8's.
import type { RaisedError } from '../graph/graph.ts';
import type { ErrorName, Need } from '../program/nodes.ts';
import { typeText } from '../program/type-text.ts';
import type { RtsType } from '../program/types.ts';

const rangeError = (template: string): RaisedError => ({ error: 'RangeError', template });

export const RAISED = {
  indexOutOfRange: rangeError('index {0} is out of range for length {1}'),
  notAnIndex: rangeError('{0} is not a valid index'),
  divisionByZero: rangeError('division by zero'),
  negativeExponent: rangeError('exponent must not be negative'),
  stackExhausted: rangeError('Maximum call stack size exceeded'),
  typedArrayLength: rangeError('Invalid typed array length: {0}'),
  arrayLength: rangeError('Invalid array length'),
  arrayGrowth: rangeError('length {0} is longer than the array, which has {1} items'),
  bufferLength: rangeError('Array buffer allocation failed'),
  bufferOffset: rangeError('Start offset {0} is outside the bounds of the buffer'),
  bufferAlignment: rangeError(
    'start offset of a typed array must be a multiple of its element size',
  ),
  bufferLengthAlignment: rangeError(
    'byte length of a typed array must be a multiple of its element size',
  ),
  setOffset: rangeError('offset is out of bounds'),
  viewOffset: rangeError('Offset is outside the bounds of the DataView'),
  viewLength: rangeError('Invalid DataView length {0}'),
  stringLength: rangeError('Invalid string length'),
  repeatCount: rangeError('Invalid count value: {0}'),
  codePoint: rangeError('Invalid code point {0}'),
  radix: rangeError('toString() radix argument must be between 2 and 36'),
  fixedDigits: rangeError('toFixed() digits argument must be between 0 and 100'),
  exponentialDigits: rangeError('toExponential() argument must be between 0 and 100'),
  precisionDigits: rangeError('toPrecision() argument must be between 1 and 100'),
  generatorRunning: { error: 'TypeError', template: 'Generator is already running' },
  outOfMemory: rangeError('out of memory'),
  embeddedNul: {
    error: 'TypeError',
    template: 'the string contains a NUL character and cannot become a char*',
  },
  notACallback: {
    error: 'TypeError',
    template: 'rffi.free_callback: the pointer is no callback, or is freed already',
  },
  absentValue: {
    error: 'TypeError',
    template: 'the value has become null or undefined since it was tested',
  },
  /** The end of a function that should have returned: only reached with values outside their declared enum or union. */
  noResult: { error: 'TypeError', template: 'the function ended without returning a value' },
} as const satisfies Record<string, RaisedError>;

/** The class of an error as `pending_kind` tells it: no two begin with the same letters. */
export const errorKind = (name: ErrorName): number =>
  name.charCodeAt(0) | (name.charCodeAt(1) << 8);

export type RaisedName = keyof typeof RAISED;

/** The value is of another type than an `as` says, or than it was when it was tested. */
export const castError = (type: RtsType): RaisedError => ({
  error: 'TypeError',
  template: `the ${type.kind === 'object' ? 'object' : 'value'} is no ${typeText(type)}`,
});

/** What V8 says of a member of null or undefined; `need` is undefined for a value that was there when it was tested. */
export function absentError(need: Need | undefined, value: 'null' | 'undefined'): RaisedError {
  if (!need) return RAISED.absentValue;
  const template =
    need.kind === 'asserted'
      ? `the value is ${value}, but \`!\` or \`as\` says that it is there`
      : `Cannot ${need.kind} properties of ${value} (${need.kind === 'set' ? 'setting' : 'reading'} '${need.member}')`;
  return { error: 'TypeError', template };
}

export const unassignedField = (name: string): RaisedError => ({
  error: 'TypeError',
  template: `the field ${name} is read before it is assigned`,
});

export const uninitialisedVariable = (name: string): RaisedError => ({
  error: 'ReferenceError',
  template: `Cannot access '${name}' before initialization`,
});
