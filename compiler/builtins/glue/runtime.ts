// What the glue of every module shares, as JavaScript: the words and the text that are being written or read, and the errors. Calls may
// be made while arguments are read (getters, proxies): each begins where the one around it stands, and leaves that as it was.
import { MOST_LEVELS, WORDS_EXPORT } from '../../program/crossing.ts';
import { gotText } from '../argument-messages.ts';

/** Words that every call finds room for at its beginning. */
export const FIRST_WORDS = 64;

export const GLUE_RUNTIME = `
const { Array, ArrayBuffer, DataView, Error, EvalError, FinalizationRegistry, Float64Array, Math, Int32Array, BigInt64Array, BigUint64Array, Date, Map, Number, Object, Promise, RangeError, ReferenceError, Reflect, Set, String, Symbol, SyntaxError, TypeError, Uint8Array, URIError, WeakMap } = globalThis;
const { isArray } = Array;
const { isInteger } = Number;
const got = ${gotText.toString()};
let words;
const setWords = native[${JSON.stringify(WORDS_EXPORT)}];
const useWords = (array) => { words = array; setWords?.(array); };
useWords(new Float64Array(1024));
// What the first words are is said in function.ts.
let at = 5;
let text = '';
let textAt = 0;
let level = 0;
let calls = 0;
const half = new Int32Array(2);
const long = new BigInt64Array(half.buffer);
const ulong = new BigUint64Array(half.buffer);
class Wrong {
  path = '';
  constructor(expected, value, inKind) {
    this.expected = expected;
    this.got = got(value, inKind);
    this.inKind = inKind;
  }
}
class TooDeep {
  path = '';
}
const wrong = (expected, value) => { throw new Wrong(expected, value, false); };
const wrongRange = (expected, value) => { throw new Wrong(expected, value, true); };
const within = (error, step) => {
  if (error instanceof Wrong) error.path = step + error.path;
  return error;
};
const said = (error, head, by) => {
  const isDeep = error instanceof TooDeep;
  if (!isDeep && !(error instanceof Wrong)) return error;
  const made = isDeep
    ? new RangeError(head + ' is nested deeper than ${MOST_LEVELS} levels, or contains itself')
    : new (error.inKind ? RangeError : TypeError)(head + error.path + ' must be ' + error.expected + ', got ' + error.got);
  Error.captureStackTrace?.(made, by);
  return made;
};
const deeper = () => { if (++level > ${MOST_LEVELS}) throw new TooDeep(); };
const grow = (count) => {
  const more = new Float64Array(Math.max(2 * words.length, at + count));
  more.set(words.subarray(0, at));
  useWords(more);
};
// What was needed once is not kept for ever.
const leave = () => {
  if (--calls > 0) return;
  if (words.length > 1048576) useWords(new Float64Array(1024));
  drainLive();
  cutAll();
};
// Memory that running calls have been given, with its length, where it could be taken away meanwhile (function.ts).
const inUse = [];
const takeLong = () => { half[0] = words[at++]; half[1] = words[at++]; return long[0]; };
const takeUlong = () => { half[0] = words[at++]; half[1] = words[at++]; return ulong[0]; };
const takeText = () => text.slice(textAt, textAt += words[at++]);
const brand = (object, name) => Object.getOwnPropertyDescriptor(object, name).get;
// The object may have properties of its own by these names, and so may the classes that derive from its own.
const [typedArrayName, bufferOf, offsetOf, lengthOf] = [Symbol.toStringTag, 'buffer', 'byteOffset', 'length'].map((name) =>
  brand(Object.getPrototypeOf(Uint8Array.prototype), name));
const bufferBrand = brand(ArrayBuffer.prototype, 'byteLength');
const [viewBrand, viewOffset, viewLength] = ['buffer', 'byteOffset', 'byteLength'].map((name) => brand(DataView.prototype, name));
// Not on all hosts.
const resizable = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, 'resizable')?.get;
const isResizable = (buffer) => resizable !== undefined && resizable.call(buffer);
const mapBrand = brand(Map.prototype, 'size');
const setBrand = brand(Set.prototype, 'size');
const mapForEach = Map.prototype.forEach;
const setForEach = Set.prototype.forEach;
const is = (brand, value) => {
  try {
    brand.call(value);
    return true;
  } catch {
    return false;
  }
};
// A proxy says what it likes; both sides must count to the same number.
const lengthOfArray = (length) =>
  typeof length === 'number' && length >= 1 ? Math.min(Math.floor(length), 4294967295) : 0;
const tagOf = Object.prototype.toString;
// Asked first, as a brand that is missed costs an exception. Objects of other realms are of their classes, not of ours.
const isLike = (value, constructor, tag) => value instanceof constructor || tagOf.call(value) === tag;
const dateTime = Date.prototype.getTime;
const isDate = (value) => isLike(value, Date, '[object Date]') && is(dateTime, value);
const timeOf = (value, expected) => {
  if (!isDate(value)) wrong(expected, value);
  return dateTime.call(value);
};
const isMap = (value) => isLike(value, Map, '[object Map]') && is(mapBrand, value);
const isSet = (value) => isLike(value, Set, '[object Set]') && is(setBrand, value);
// Neither shared with other threads nor detached.
const isUsable = (buffer) => {
  try {
    bufferBrand.call(buffer);
    new Uint8Array(buffer);
    return true;
  } catch {
    return false;
  }
};
// A view of memory that may grow is as long as it is now.
const checkTypedArray = (value, constructor, expected) => {
  const buffer = typedArrayName.call(value) === constructor.name ? bufferOf.call(value) : undefined;
  if (!isUsable(buffer)) wrong(expected, value);
  use(buffer);
  return Object.getPrototypeOf(value) === constructor.prototype && !isResizable(buffer)
    ? value
    : new constructor(buffer, offsetOf.call(value), lengthOf.call(value));
};
const checkBuffer = (value, expected) => {
  if (!isUsable(value)) wrong(expected, value);
  use(value);
  return value;
};
const checkView = (value, expected) => {
  let buffer;
  try {
    buffer = viewBrand.call(value);
  } catch {}
  if (!isUsable(buffer)) wrong(expected, value);
  use(buffer);
  return isResizable(buffer) ? new DataView(buffer, viewOffset.call(value), viewLength.call(value)) : value;
};
`.trim();
