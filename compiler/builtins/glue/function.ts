// Functions that cross: what the program calls of JavaScript, and closures of the program as functions of JavaScript.
//
// A function of JavaScript is held by its place among those of its type, until the program says that the closure which stands for it is
// gone. It is asked for when twice as many are held as were left the last time, and never while arguments are read: what has a place
// then, the program may not have taken yet.
//
// The first of the words says where the program may write the arguments of a call, the second one which error
// leaves, of those that came from JavaScript and of those that have left before. The third and the fourth are a call's kind and place: a function type and a function of it; or -1, and up to where
// there shall be words; -2, and an error to give; or -3 and less, the operations of `live.ts`. The fifth is the answer: minus the place of an error, or not less than 0 (`runtime/library/host.ts`).
import {
  callExport,
  goneExport,
  HOST_EXPORTS,
  holds,
  isText,
  LENT,
  viewName,
  viewsOfFunction,
  type FunctionCrossing,
} from '../../program/crossing.ts';
import { RAISED_RUNTIME } from './error-class.ts';
import { entryText, type Writers } from './entry.ts';
import { FEW } from './places.ts';
import { isWord, resultText } from './result.ts';

export class FunctionWriter {
  readonly #types: readonly FunctionCrossing[];
  readonly #callsBack: boolean;
  readonly #hasOperations: boolean;
  readonly #hasErrors: boolean;
  readonly #knowsErrors: boolean;
  readonly lines: readonly string[];

  constructor(
    types: readonly FunctionCrossing[],
    indexOf: (native: string) => number,
    writers: Writers,
  ) {
    this.#types = types;
    this.#callsBack = writers.hasFunctions;
    this.#hasOperations = writers.hasOperations;
    this.#hasErrors = writers.hasErrors;
    this.#knowsErrors = writers.knowsErrors;
    this.lines = [
      ...types.map((type) => closureText(type, indexOf(callExport(type.position)), writers)),
      ...types.map((type) => callText(type, writers)),
      ...(writers.hasFunctions ? [this.#dispatch()] : []),
    ];
  }

  /** What functions that give and take functions use. */
  get head(): readonly string[] {
    // Where JavaScript is not called, it takes nothing away.
    if (!this.#callsBack) return ['const use = () => {};'];
    const gone = this.#types.map(({ position }) => native(goneExport(position)));
    return [
      `const gone = [${gone.join(', ')}];`,
      `const hostText = ${native(HOST_EXPORTS.text)}, setHostText = ${native(HOST_EXPORTS.setText)}, leaving = ${native(HOST_EXPORTS.leaving)};`,
      ...(this.#hasErrors ? [] : ['const placeOfError = () => 0;']),
      ...(this.#knowsErrors ? [RAISED_RUNTIME] : []),
      FUNCTIONS_RUNTIME,
    ];
  }

  #callText(calls: readonly string[]): string {
    const call = `${calls.length === 1 ? calls[0] : 'callers[kind]'}(place, base);`;
    return this.#hasOperations ? `if (kind < 0) operations[-3 - kind](base); else ${call}` : call;
  }

  #dispatch(): string {
    const calls = this.#types.map(({ position }) => `call${position}`);
    return [
      `const callers = [${calls.join(', ')}];`,
      `${native(HOST_EXPORTS.host)}((error) => {`,
      'const base = words[0], kind = words[2], place = words[3];',
      'if (kind === -2) return original(place, error);',
      'if (kind === -1) { at = base; grow(place - base); return; }',
      'let answer = 0;',
      `try { ${this.#callText(calls)} } catch (error) { answer = failed(error, base); }`,
      'words[0] = base;',
      'words[4] = answer;',
      '});',
    ].join('\n');
  }
}

const native = (name: string): string => `native[${JSON.stringify(name)}]`;

/** `closureAt3(place)`: the function of JavaScript for a closure of the program. */
function closureText(type: FunctionCrossing, index: number, writers: Writers): string {
  const { position, call } = type;
  if (!call) throw new Error('a function type without its call');
  const entry = { label: type.type, crossing: call, index, by: 'made', self: 'own' };
  const { constants, parameters, body } = entryText(entry, writers);
  return [
    constants,
    `const closureAt${position} = (own) => {`,
    // JavaScript's own, which the program gives back.
    `if (own < 0) return held[${position}].list[-own - 1];`,
    'const known = kept(own);',
    'if (known) return known;',
    'if (known === null) objects--;',
    `const made = (${parameters}) => {`,
    ...body,
    '};',
    `new Closure(made, ${position}, own);`,
    'keepObject(own, made);',
    'return made;',
    '};',
  ].join('\n');
}

/** `call3(place, base)`: has JavaScript's function called; its arguments lie from `base` on, and its result will. */
function callText(type: FunctionCrossing, { give, take, takesViews, givesViews }: Writers): string {
  const { position, parameters, rest, result } = type;
  const names = parameters.map((_, i) => `a${i}`);
  const given = names.map((name, i) => (rest && i === names.length - 1 ? `...${name}` : name));
  const views = [...new Set(viewsOfFunction(type).map(viewName))];
  const call = `called(${given.join(', ')})`;
  const isVoid = result.kind === 'scalar' && result.type.kind === 'void';
  return [
    `const call${position} = (place, base) => {`,
    'at = base;',
    ...(parameters.some((one) => holds(one, isText)) ? ['text = hostText();', 'textAt = 0;'] : []),
    ...parameters.map((one, i) => `const a${i} = ${take.read(one)};`),
    'at = base;',
    ...views.map((view) => `cut${view}(count${view});`),
    `const called = place >= ${LENT} ? lent[place - ${LENT}] : held[${position}].list[place];`,
    ...(isVoid ? [`${call};`] : [`const result = ${call};`]),
    'at = base;',
    ...(takesViews || givesViews ? ['checkUse();'] : []),
    ...(isVoid ? [] : resultText(result, give, SUBJECT)),
    '};',
  ].join('\n');
}

const SUBJECT = "(labels.get(called) ?? 'callback') + ': the result'";

/** Nothing but one word for each value goes either way. */
export const isPlainFunction = ({ parameters, rest, result }: FunctionCrossing): boolean =>
  !rest &&
  parameters.every(isWord) &&
  (isWord(result) || (result.kind === 'scalar' && result.type.kind === 'void'));

const FUNCTIONS_RUNTIME = `
// Running calls may not come back to find their memory gone.
const use = (buffer) => { inUse.push(buffer, buffer.byteLength); };
const checkUse = () => {
  for (let i = 0; i < inUse.length; i += 2)
    if (inUse[i].byteLength < inUse[i + 1])
      throw new RangeError('callback: memory that the program is using has been detached or made smaller');
};
// What functions are called in messages that the glue has made itself.
const labels = new WeakMap();
const labelled = (made, label) => {
  labels.set(made, label);
  return made;
};
const held = gone.map(() => ({ list: [undefined], places: new Map(), free: [] }));
let holding = 0, mostHeld = ${FEW}, reading = 0;
// Marks functions that are closures of the program.
class Closure extends (function (made) { return made; }) {
  #kind; #place;
  constructor(made, kind, place) {
    super(made);
    Closure.some = true;
    this.#kind = kind;
    this.#place = place;
  }
  // To ask a function what it is takes a while, and in most programs there is no closure to be found.
  static some = false;
  static placeOf(value, kind) {
    return Closure.some && #place in value && value.#kind === kind ? value.#place : 0;
  }
}
// What can be walked over → a function that begins a walk, and gives one that takes the next items; none at the end. Arrays are walked in
// portions, as long as nobody has changed how.
const { iterator: ITERATOR } = Symbol;
const arrayValues = Array.prototype[ITERATOR];
const arrayIterators = Object.getPrototypeOf([][ITERATOR]());
const { next: arrayNext } = arrayIterators;
const walking = (value) => {
  const method = value === undefined || value === null ? undefined : value[ITERATOR];
  if (typeof method !== 'function') wrong('an iterable', value);
  const isPlain = isArray(value) && method === arrayValues && arrayIterators.next === arrayNext;
  return () => labelled(isPlain ? arraySteps(value) : iteratorSteps(method.call(value)), 'iterator');
};
const arraySteps = (array) => {
  let index = 0;
  return (ends) => {
    const items = [];
    if (ends) return items;
    for (const end = Math.min(index + 64, array.length); index < end; index++) items.push(array[index]);
    return items;
  };
};
const beObject = (value) => {
  if (Object(value) !== value) throw new TypeError('an iterator has given ' + got(value, false) + ' for an object');
  return value;
};
const iteratorSteps = (iterator) => {
  const { next } = beObject(iterator);
  // What has failed by itself is not told of the end (ECMA-262 7.4.9).
  let isOver = false;
  return (ends) => {
    if (isOver) return [];
    isOver = true;
    if (!ends) {
      const result = beObject(next.call(iterator));
      if (result.done) return [];
      const items = [result.value];
      isOver = false;
      return items;
    }
    const end = iterator.return;
    if (end !== undefined && end !== null) beObject(end.call(iterator));
    return [];
  };
};
// An iterator of the program: what takes its steps (ECMA-262 27.1.1.2).
class Steps {
  #step;
  constructor(step) { this.#step = step; }
  next() { return this.#step(false); }
  return(value) { return { value, done: this.#step(true).done ?? true }; }
}
const iterators = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));
Object.setPrototypeOf(Steps.prototype, iterators);
const hold = (kind, value) => {
  const { list, places, free } = held[kind];
  const known = places.get(value);
  if (known !== undefined) return known;
  const own = Closure.placeOf(value, kind);
  if (own !== 0) return -own;
  const place = free.pop() ?? list.length;
  list[place] = value;
  places.set(value, place);
  holding++;
  return place;
};
// For one call each: the program holds on to none of them.
const lent = [];
let lentCount = 0;
const lend = (kind, value) => {
  const own = Closure.placeOf(value, kind);
  if (own !== 0) return -own;
  lent[lentCount] = value;
  return ${LENT} + lentCount++;
};
const begin = () => {
  if (holding > mostHeld && reading === 0) release();
  reading++;
};
const release = () => {
  held.forEach(({ list, places, free }, kind) => {
    for (let place = gone[kind](1); place !== 0; place = gone[kind](place + 1)) {
      places.delete(list[place]);
      list[place] = undefined;
      free.push(place);
      holding--;
    }
  });
  mostHeld = Math.max(${FEW}, 2 * holding);
};
// JavaScript's own, by their numbers: the program may have others there than the last 16, where it has not come to take them.
const recent = [];
let lastError = 0;
const remember = (error) => {
  lastError++;
  recent[lastError % 16] = { number: lastError, error };
  return lastError;
};
// What an error is for the program, and its texts.
const textsOf = (thrown) => {
  const texts = ['Error', 'Error', ''];
  try {
    if (isError(thrown)) texts.splice(0, 3, builtinOf(thrown), String(thrown.name), String(thrown.message));
    else texts[2] = String(thrown);
  } catch {
    // What it throws when it is asked is of no use.
  }
  return texts;
};
const isError = (thrown) => thrown instanceof Error || tagOf.call(thrown) === '[object Error]';
const builtinOf = (error) =>
  [TypeError, RangeError, SyntaxError, EvalError, URIError, ReferenceError].find((one) =>
    error instanceof Error ? error instanceof one : error.name === one.name)?.name ?? 'Error';
// The program's own by their places: one that comes back is the same one, and so is one that leaves again.
const leftErrors = [];
const leftPlaces = new WeakMap();
const leftError = (place, error) => {
  if (place <= 16) return leftErrors[place];
  leftErrors[place - 16] = error;
  leftPlaces.set(error, place - 16);
  return error;
};
const failed = (thrown, base) => {
  // Of an exported class.
  const own = placeOfError(thrown);
  if (own !== 0) return -34 - own;
  const known = leftPlaces.get(thrown);
  if (known !== undefined && leftErrors[known] === thrown) return -17 - known;
  at = base;
  const texts = textsOf(thrown);
  if (at + 3 > words.length) grow(3);
  texts.forEach((each, index) => { words[base + index] = each.length; });
  setHostText(texts.join(''));
  words[3] = remember(thrown);
  return -1;
};
// What JavaScript has for an error of the program, by what that says of it (\`markForeign\` in runtime/library/host.ts); else \`error\`.
const original = (place, error) => {
  if (place < 0) return leftError(-place, error);
  if (place % 1 === 0) return errorAt(place - 16, error);
  const known = recent[(place - 0.25) % 16];
  return known.number === place - 0.25 ? known.error : error;
};
// Errors that are values.
const giveError = (value, expected) => {
  if (!isError(value)) wrong(expected, value);
  const own = placeOfError(value);
  const left = own === 0 ? leftPlaces.get(value) : undefined;
  if (at + 5 > words.length) grow(5);
  if (own !== 0) words[at++] = own;
  else if (left !== undefined && leftErrors[left] === value) words[at++] = -left;
  else {
    const texts = textsOf(value);
    words[at++] = 0;
    words[at++] = remember(value);
    for (const each of texts) {
      words[at++] = each.length;
      text += each;
    }
  }
};
const takeError = (place) => {
  if (place > 0 && place % 1 === 0) return errorAt(place - 16);
  if (place < 0) return place >= -16 ? leftErrors[-place] : leftError(-place, thrownAt(place + 16));
  const number = place - 0.25, known = recent[number % 16];
  return known.number === number ? known.error : thrownAt(-100 - number % 16);
};
// An error that was JavaScript's goes back as it came.
const back = (error) => {
  leaving?.(error);
  const place = words[1];
  words[1] = 0;
  return place === 0 ? error : original(place, error);
};
`.trim();
