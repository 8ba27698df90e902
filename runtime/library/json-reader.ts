'use mixmod';
// JSON texts to values whose types are known (ECMA-262 25.5.1). `check` defines what depends on the type. A text that is not JSON is a
// SyntaxError wherever the error is; a value of another type is a TypeError that names the path to it.
import { isize } from 'mixmod';

/** Where a value is read: `at` is its first unit, and afterwards what follows it. */
export interface Reader {
  text: string;
  at: isize;
}

/** A value of the type. */
declare function read<T>(reader: Reader): T;
/** The items of a tuple, behind its bracket. */
declare function readItems<T>(reader: Reader): T;
/** ECMA-262 25.5.2.3. */
declare function quoteJson(text: string): string;

export function parse<T>(text: string): T {
  const reader: Reader = { text, at: spaceEnd(text, 0) };
  const value = read<T>(reader);
  finish(reader);
  return value;
}

function finish(reader: Reader): void {
  skipSpace(reader);
  if (reader.at < reader.text.length) unexpected(reader);
}

// ---- units ----

const TAB = 9;
const LINE_FEED = 10;
const RETURN = 13;
const SPACE = 32;
const QUOTE = 34;
const PLUS = 43;
const COMMA = 44;
const MINUS = 45;
const DOT = 46;
const ZERO = 48;
const NINE = 57;
const COLON = 58;
const UPPER_E = 69;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const LOWER_E = 101;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

function unit(reader: Reader): number {
  return reader.text.charCodeAt(reader.at);
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

/** The first place from `at` on without white space. */
function spaceEnd(text: string, at: isize): isize {
  let end = at;
  let code = text.charCodeAt(end);
  while (code === SPACE || code === LINE_FEED || code === RETURN || code === TAB) {
    end++;
    code = text.charCodeAt(end);
  }
  return end;
}

export function skipSpace(reader: Reader): void {
  reader.at = spaceEnd(reader.text, reader.at);
}

// ---- errors ----

function unexpected(reader: Reader): never {
  const { text, at } = reader;
  if (at >= text.length) throw new SyntaxError('Unexpected end of JSON input');
  if (unit(reader) < SPACE)
    throw new SyntaxError(`Unexpected control character in JSON at position ${at}`);
  throw new SyntaxError(`Unexpected token '${text.charAt(at)}' in JSON at position ${at}`);
}

/** The text must be JSON for anything else to be wrong with it. */
function validate(text: string): void {
  const reader: Reader = { text, at: spaceEnd(text, 0) };
  skipValue(reader);
  finish(reader);
}

function wrong(reader: Reader, expected: string): never {
  const { text, at } = reader;
  validate(text);
  throw new TypeError(`${pathTo(text, at)}: expected ${expected}, got ${kindAt(text, at)}`);
}

/** A property is not there of the object that begins at `start`. */
export function missing(reader: Reader, start: isize, name: string, expected: string): void {
  const { text } = reader;
  validate(text);
  throw new TypeError(`${pathTo(text, start)}${step(name)}: expected ${expected}, got undefined`);
}

function kindAt(text: string, at: isize): string {
  switch (text.charAt(at)) {
    case '"':
      return 'string';
    case '{':
      return 'object';
    case '[':
      return 'array';
    case 't':
    case 'f':
      return 'boolean';
    case 'n':
      return 'null';
    default:
      return 'number';
  }
}

/** `$.items[3].name` for the value that begins at `target`. */
function pathTo(text: string, target: isize): string {
  const reader: Reader = { text, at: spaceEnd(text, 0) };
  let path = '$';
  while (reader.at !== target) path += enter(reader, target);
  return path;
}

/** Goes to the item or property in which `target` lies. */
function enter(reader: Reader, target: isize): string {
  const isArray = unit(reader) === OPEN_BRACKET;
  for (let index = 0; ; index++) {
    reader.at++;
    skipSpace(reader);
    const name = isArray ? `[${index}]` : step(readKey(reader));
    const start = reader.at;
    skipValue(reader);
    if (target < reader.at) {
      reader.at = start;
      return name;
    }
    skipSpace(reader);
  }
}

function step(name: string): string {
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
    if (!isLetter && code !== 95 && code !== 36 && !(i > 0 && isDigit(code)))
      return `[${quoteJson(name)}]`;
  }
  return name === '' ? '[""]' : '.' + name;
}

// ---- what is not looked at ----

/** Any value, which must be well-formed. */
export function skipValue(reader: Reader): void {
  const code = unit(reader);
  if (code === QUOTE) stringBody(reader);
  else if (code === OPEN_BRACE) skipObject(reader);
  else if (code === OPEN_BRACKET) skipArray(reader);
  else if (code === MINUS || isDigit(code)) numberBody(reader);
  else if (!takeWord(reader, 'true') && !takeWord(reader, 'false') && !takeWord(reader, 'null'))
    unexpected(reader);
}

function skipObject(reader: Reader): void {
  reader.at++;
  for (let isFirst = true; hasKey(reader, isFirst); isFirst = false) {
    readKey(reader);
    skipValue(reader);
  }
}

function skipArray(reader: Reader): void {
  reader.at++;
  skipSpace(reader);
  if (unit(reader) === CLOSE_BRACKET) {
    reader.at++;
    return;
  }
  do {
    skipSpace(reader);
    skipValue(reader);
  } while (hasItem(reader));
}

function takeWord(reader: Reader, word: string): boolean {
  if (!reader.text.startsWith(word, reader.at)) return false;
  reader.at += isize(word.length);
  return true;
}

// ---- objects ----

export function openObject(reader: Reader): void {
  if (unit(reader) !== OPEN_BRACE) wrong(reader, 'object');
  reader.at++;
}

/** Whether the next property is the one of the name, in its quotes; then its value is next. Else nothing is read. */
export function takeKey(reader: Reader, quoted: string, isFirst: boolean): boolean {
  const { text } = reader;
  let at = spaceEnd(text, reader.at);
  if (!isFirst) {
    if (text.charCodeAt(at) !== COMMA) return false;
    at = spaceEnd(text, at + 1);
  }
  if (!text.startsWith(quoted, at)) return false;
  at = spaceEnd(text, at + isize(quoted.length));
  if (text.charCodeAt(at) !== COLON) return false;
  reader.at = spaceEnd(text, at + 1);
  return true;
}

/** Whether another property follows; then its name is next, else what follows the object. */
export function hasKey(reader: Reader, isFirst: boolean): boolean {
  skipSpace(reader);
  if (unit(reader) === CLOSE_BRACE) {
    reader.at++;
    return false;
  }
  if (!isFirst) {
    if (unit(reader) !== COMMA) unexpected(reader);
    reader.at++;
    skipSpace(reader);
  }
  if (unit(reader) !== QUOTE) unexpected(reader);
  return true;
}

/** The name of a property; its value is next. */
export function readKey(reader: Reader): string {
  const key = stringBody(reader);
  skipSpace(reader);
  if (unit(reader) !== COLON) unexpected(reader);
  reader.at++;
  skipSpace(reader);
  return key;
}

// ---- arrays ----

export function readArray<T>(reader: Reader): T[] {
  const items: T[] = [];
  if (unit(reader) !== OPEN_BRACKET) wrong(reader, 'array');
  reader.at++;
  skipSpace(reader);
  if (unit(reader) === CLOSE_BRACKET) {
    reader.at++;
    return items;
  }
  do {
    skipSpace(reader);
    items.push(read<T>(reader));
  } while (hasItem(reader));
  return items;
}

/** Behind an item: whether another one follows. */
function hasItem(reader: Reader): boolean {
  skipSpace(reader);
  const code = unit(reader);
  if (code !== COMMA && code !== CLOSE_BRACKET) unexpected(reader);
  reader.at++;
  return code === COMMA;
}

/** A tuple has so many items. */
export function readTuple<T>(reader: Reader, count: number): T {
  const start = reader.at;
  if (unit(reader) !== OPEN_BRACKET || countItems(reader) !== count) {
    reader.at = start;
    wrong(reader, `array of ${count}`);
  }
  reader.at = start + 1;
  const items = readItems<T>(reader);
  hasItem(reader);
  return items;
}

function countItems(reader: Reader): number {
  reader.at++;
  skipSpace(reader);
  if (unit(reader) === CLOSE_BRACKET) return 0;
  let count = 0;
  do {
    skipSpace(reader);
    skipValue(reader);
    count++;
  } while (hasItem(reader));
  return count;
}

/** Goes to the item with the number of a tuple. */
export function nextItem(reader: Reader, index: number): void {
  if (index > 0) hasItem(reader);
  skipSpace(reader);
}

// ---- scalars ----

export function readBoolean(reader: Reader): boolean {
  if (takeWord(reader, 'true')) return true;
  if (!takeWord(reader, 'false')) wrong(reader, 'boolean');
  return false;
}

export function takeNull(reader: Reader): boolean {
  return unit(reader) === 110 && takeWord(reader, 'null');
}

export function readNumber(reader: Reader): number {
  const code = unit(reader);
  if (code !== MINUS && !isDigit(code)) wrong(reader, 'number');
  return numberBody(reader);
}

/** Of a type with a width. */
export function readInteger(reader: Reader, low: number, high: number, type: string): number {
  const start = reader.at;
  const value = readNumber(reader);
  if (Math.trunc(value) !== value || value < low || value > high) {
    validate(reader.text);
    throw new TypeError(`${pathTo(reader.text, start)}: expected ${type}, got ${value}`);
  }
  return value;
}

/** More digits may not fit 2 ** 53. */
const EXACT_DIGITS: isize = 15;

function numberBody(reader: Reader): number {
  const { text } = reader;
  const start = reader.at;
  const isNegative = unit(reader) === MINUS;
  const first: isize = isNegative ? start + 1 : start;
  let at = first;
  let code = text.charCodeAt(at);
  let digits = 0;
  if (code === ZERO) {
    at++;
    code = text.charCodeAt(at);
  } else {
    if (!isDigit(code)) unexpectedAt(reader, at);
    while (isDigit(code)) {
      digits = digits * 10 + (code - ZERO);
      at++;
      code = text.charCodeAt(at);
    }
  }
  let scale = 1;
  if (code === DOT) {
    at++;
    code = text.charCodeAt(at);
    if (!isDigit(code)) unexpectedAt(reader, at);
    while (isDigit(code)) {
      digits = digits * 10 + (code - ZERO);
      scale *= 10;
      at++;
      code = text.charCodeAt(at);
    }
  }
  if (code === LOWER_E || code === UPPER_E) {
    reader.at = exponentEnd(reader, at + 1);
    return Number(text.substring(start, reader.at));
  }
  reader.at = at;
  // Both are exact, so the quotient is the nearest number (Clinger).
  if (at - first > EXACT_DIGITS) return Number(text.substring(start, at));
  const value = digits / scale;
  return isNegative ? -value : value;
}

function exponentEnd(reader: Reader, start: isize): isize {
  const { text } = reader;
  const sign = text.charCodeAt(start);
  let at: isize = sign === PLUS || sign === MINUS ? start + 1 : start;
  if (!isDigit(text.charCodeAt(at))) unexpectedAt(reader, at);
  while (isDigit(text.charCodeAt(at))) at++;
  return at;
}

function unexpectedAt(reader: Reader, at: isize): never {
  reader.at = at;
  unexpected(reader);
}

// ---- strings ----

export function readString(reader: Reader): string {
  if (unit(reader) !== QUOTE) wrong(reader, 'string');
  return stringBody(reader);
}

function stringBody(reader: Reader): string {
  const { text } = reader;
  const start = reader.at + 1;
  const end = plainEnd(text, start);
  if (text.charCodeAt(end) !== QUOTE) return escapedBody(reader, start, end);
  reader.at = end + 1;
  return text.substring(start, end);
}

/** The first unit that does not stand for itself. */
function plainEnd(text: string, start: isize): isize {
  let at = start;
  let code = text.charCodeAt(at);
  while (code >= SPACE && code !== QUOTE && code !== BACKSLASH) {
    at++;
    code = text.charCodeAt(at);
  }
  return at;
}

function escapedBody(reader: Reader, start: isize, first: isize): string {
  const { text } = reader;
  let result = text.substring(start, first);
  let at = first;
  while (text.charCodeAt(at) === BACKSLASH) {
    const letter = text.charAt(at + 1);
    if (letter === 'u') {
      result += String.fromCharCode(hexadecimal(reader, at + 2));
      at += 6;
    } else {
      result += escaped(reader, letter, at + 1);
      at += 2;
    }
    const end = plainEnd(text, at);
    result += text.substring(at, end);
    at = end;
  }
  if (text.charCodeAt(at) !== QUOTE) unexpectedAt(reader, at);
  reader.at = at + 1;
  return result;
}

function escaped(reader: Reader, letter: string, at: isize): string {
  switch (letter) {
    case '"':
    case '\\':
    case '/':
      return letter;
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      unexpectedAt(reader, at);
  }
}

/** Four digits. */
function hexadecimal(reader: Reader, start: isize): number {
  let value = 0;
  for (let at = start; at < start + 4; at++) {
    const code = reader.text.charCodeAt(at);
    const lower = code >= 65 && code <= 70 ? code + 32 : code;
    if (isDigit(code)) value = value * 16 + (code - ZERO);
    else if (lower >= 97 && lower <= 102) value = value * 16 + (lower - 87);
    else unexpectedAt(reader, at);
  }
  return value;
}
