'use mixmod';
// Functions of JavaScript that the program calls, and what they throw: `check` makes a closure for each, which lays out the arguments in the
// words, has JavaScript call its function, and reads the result (`compiler/check/boundary/function-crossing.ts`).
import { f64, isize } from 'mixmod';
import { cursorAt, giveNumber, takeNumber, takeText, type Cursor } from './boundary.ts';
import { placeOf, type Instances, type Places } from './instances.ts';

/** The closures that stand for JavaScript's functions of one type, by the place of the function; they do not live through this list. */
export interface Foreign<T> {
  made: (WeakRef<T> | null)[];
}

/** So many errors that have come from JavaScript are still known for what they are when they go back. */
const RECENT = 16;

/**
 * Errors of JavaScript, by the rest of their numbers there, with these; and the program's own that have gone there, by their place, 1 to
 * RECENT, the last one where it says.
 */
export interface Recent {
  errors: (Error | null)[];
  numbers: number[];
  left: (Error | null)[];
  last: isize;
}

export function noForeign<T>(): Foreign<T> {
  return { made: [] };
}

export function noErrors(): Recent {
  const none = (): (Error | null)[] => Array.from({ length: RECENT + 1 }, (): Error | null => null);
  const numbers = Array.from({ length: RECENT }, (): number => 0);
  return { errors: none(), numbers, left: none(), last: 0 };
}

/** The closure that was made for the place before, if something still has it. */
export function foreignAt<T>(all: Foreign<T>, place: isize): T | undefined {
  if (place >= isize(all.made.length)) return undefined;
  const reference = all.made[place];
  return reference === null ? undefined : reference.deref();
}

export function addForeign<T>(all: Foreign<T>, place: isize, made: T): T {
  while (isize(all.made.length) <= place) all.made.push(null);
  all.made[place] = new WeakRef<T>(made);
  return made;
}

/** Where JavaScript finds a closure, as `placeOf`; minus the place and 1 of a function of JavaScript for which it stands. */
export function codeOfFunction<T>(
  all: Instances<T>,
  foreign: Foreign<T>,
  places: Places,
  made: T,
): isize {
  const known = all.places.get(made);
  if (known !== undefined) return known;
  const count = isize(foreign.made.length);
  for (let place: isize = 1; place < count; place++) {
    const reference = foreign.made[place];
    if (reference !== null && reference.deref() === made) return -place - 1;
  }
  return placeOf(all, places, made);
}

/** The next place, from one on, whose closure nothing has any more, or 0: JavaScript lets go of the function. */
export function goneForeign<T>(all: Foreign<T>, from: isize): isize {
  const count = isize(all.made.length);
  for (let place = from; place < count; place++) {
    const reference = all.made[place];
    if (reference !== null && reference.deref() === undefined) {
      all.made[place] = null;
      return place;
    }
  }
  return 0;
}

// What the first words are is said in `compiler/builtins/glue/function.ts`.

/** Where JavaScript's part of the words ends. */
export function topOf(words: Float64Array): isize {
  return isize(words[0]);
}

export function hasRoom(words: Float64Array, end: isize): boolean {
  return end <= isize(words.length);
}

/** Asks for a call. No answer would be given where the environment is about to end. */
export function prepare(words: Float64Array, kind: isize, place: isize): void {
  words[2] = f64(kind);
  words[3] = f64(place);
  words[4] = -(RECENT + 1);
}

/** Minus the place of an error; else there is none. */
export function answer(words: Float64Array): isize {
  return isize(words[4]);
}

/** The place of an object of an exported class that JavaScript has thrown; 0 or less for all other answers. */
export function thrownObject(found: isize): isize {
  return -found - isize(2 * RECENT + 2);
}

/**
 * What JavaScript has thrown and laid out from `at` on: the built-in class, the name and the message. Of the program's own errors the place
 * among them says all.
 */
export function thrownError(
  words: Float64Array,
  at: isize,
  text: string,
  recent: Recent,
  place: isize,
): Error {
  if (place > RECENT) {
    const own = recent.left[place - RECENT - 1];
    return own === null ? new Error('JavaScript does not run any more') : own;
  }
  return newForeign(words, cursorAt(at, text, ''), recent, words[3]);
}

function newForeign(words: Float64Array, cursor: Cursor, recent: Recent, number: number): Error {
  const kind = takeText(words, cursor);
  const name = takeText(words, cursor);
  const error = errorOf(kind, takeText(words, cursor));
  if (error.name !== name) error.name = name;
  const slot = isize(number % RECENT);
  recent.errors[slot] = error;
  recent.numbers[slot] = number;
  return error;
}

/** An error that is a value, of no exported class: minus its place among the program's own, or 0 and what JavaScript says of its own. */
export function takeError(words: Float64Array, cursor: Cursor, recent: Recent, code: isize): Error {
  if (code === 0) {
    const number = takeNumber(words, cursor);
    return newForeign(words, cursor, recent, number);
  }
  return recent.left[-code] ?? new Error('the error is not known any more');
}

/** What `markForeign` says of it. */
export function giveError(
  words: Float64Array,
  cursor: Cursor,
  recent: Recent,
  error: Error,
  code: isize,
): void {
  markForeign(words, recent, error, code);
  const place = words[1];
  words[1] = 0;
  giveNumber(words, cursor, place);
}

/** By minus its place among the program's own, or -100 and less by where those of JavaScript are. */
export function errorAt(recent: Recent, place: isize): Error {
  const found = place > -100 ? recent.left[-place] : recent.errors[-100 - place];
  return found ?? new Error('the error is not known any more');
}

function errorOf(kind: string, message: string): Error {
  switch (kind) {
    case 'TypeError':
      return new TypeError(message);
    case 'RangeError':
      return new RangeError(message);
    case 'SyntaxError':
      return new SyntaxError(message);
    case 'EvalError':
      return new EvalError(message);
    case 'URIError':
      return new URIError(message);
    case 'ReferenceError':
      return new ReferenceError(message);
    default:
      return new Error(message);
  }
}

/** The glue has thrown it, to see what there is of it: nothing shall be said of it. */
export function leavesAsItIs(words: Float64Array): boolean {
  return words[1] === 0.5;
}

/**
 * What JavaScript has for an error: the number of one of its own and a quarter, minus the place of one that has left before, RECENT and the
 * code of one of an exported class; else 0.
 */
export function markOf(recent: Recent, error: Error, code: isize): number {
  if (code !== 0) return RECENT + f64(code);
  const { errors, left } = recent;
  for (let place = 1; place <= RECENT; place++) {
    if (errors[place - 1] === error) return recent.numbers[place - 1] + 0.25;
    if (left[place] === error) return -place;
  }
  return 0;
}

/** Says it in the second word of the error that leaves; of a new one minus its place and RECENT. */
export function markForeign(words: Float64Array, recent: Recent, error: Error, code: isize): void {
  if (leavesAsItIs(words)) {
    words[1] = 0;
    return;
  }
  words[1] = markOf(recent, error, code);
  if (words[1] !== 0) return;
  recent.last = (recent.last % RECENT) + 1;
  recent.left[recent.last] = error;
  words[1] = -f64(recent.last + RECENT);
}
