// Live values of JavaScript that the program has, by place, and what it asks JavaScript to do with them.
//
// A place is free when the object of the program that stands for its value is found dead. The program's collector says so in `links`, an
// Int32Array that it writes without a call (`runtime/prelude/host.ll`). The list is emptied before a place is looked for and when an
// outermost call ends: between the program's last look at an object and JavaScript's use of its place nothing of that happens. When twice
// as many values are held as were left the last time, the program's collector is asked to look.
import {
  holds,
  isText,
  COLLECT_EXPORT,
  LIVE_EXPORTS,
  viewName,
  viewsOfFunction,
  type OperationCrossing,
} from '../../program/crossing.ts';
import { spaceRow } from '../space.ts';
import type { Writers } from './entry.ts';
import { FEW } from './places.ts';
import { resultText } from './result.ts';

export class LiveWriter {
  /** What functions that give and take live values use. */
  readonly head: readonly string[];
  readonly lines: readonly string[];

  constructor(operations: readonly OperationCrossing[] | null, writers: Writers) {
    const all = operations ?? [];
    this.head = operations ? [LIVE_RUNTIME] : ['const drainLive = () => {};'];
    this.lines = [
      ...all.map((one, index) => operationText(one, index, writers)),
      `const operations = [${all.map((_, index) => `operation${index}`).join(', ')}];`,
    ];
  }
}

/** `operation3(base)`: the arguments lie from `base` on, and the result will. */
function operationText(one: OperationCrossing, index: number, { give, take }: Writers): string {
  const { name, parameters, spread, result } = one;
  const { names, script, subject = `space.${name}: the result`, path = '' } = spaceRow(name);
  const nameOf = (i: number): string => names[i] ?? `a${i}`;
  const texts = parameters.map((parameter, i) =>
    parameter.kind === 'literal' ? take.read(parameter) : nameOf(i),
  );
  const more = texts.slice(names.length);
  if (spread) more.push(`...${more.pop()}`);
  const reads = parameters.flatMap((parameter, i) =>
    parameter.kind === 'literal' ? [] : [`const ${nameOf(i)} = ${take.read(parameter)};`],
  );
  const views = [...new Set(viewsOfFunction(one).map(viewName))];
  const call = script.replace(/\w+/g, (word) =>
    word === 'args'
      ? more.join(', ')
      : names.includes(word)
        ? (texts[names.indexOf(word)] ?? 'undefined')
        : word,
  );
  const isVoid = result.kind === 'scalar' && result.type.kind === 'void';
  return [
    `const operation${index} = (base) => {`,
    'at = base;',
    ...(parameters.some((parameter) => holds(parameter, isText))
      ? ['text = hostText();', 'textAt = 0;']
      : []),
    ...reads,
    'at = base;',
    ...views.map((view) => `cut${view}(count${view});`),
    ...(isVoid ? [`${call};`] : [`const result = ${call};`]),
    'at = base;',
    'checkUse();',
    ...(isVoid ? [] : resultText(result, give, JSON.stringify(subject), path)),
    '};',
  ].join('\n');
}

const native = (name: string): string => `native[${JSON.stringify(name)}]`;

const LIVE_RUNTIME = `
const { keys, entries, is: sameValue } = Object;
const { apply } = Reflect;
const { for: symbolFor } = Symbol;
// 0: nobody has a value. -1: an object of the program stands for it. -2: it is on its way. Else the next of those that are free.
const FREE = 0, GIVEN = -2;
let links = new Int32Array(${FEW});
const setLinks = ${native(LIVE_EXPORTS.links)}, collectLive = ${native(COLLECT_EXPORT)};
setLinks(links);
const values = [undefined];
const freePlaces = [];
let mostValues = ${FEW};
// Places that have been given since running calls began.
const fresh = [];
const drainLive = () => {
  for (let place = links[0]; place !== 0;) {
    const next = links[place];
    letGo(place);
    place = next;
  }
  links[0] = 0;
};
const letGo = (place) => {
  links[place] = FREE;
  values[place] = undefined;
  freePlaces.push(place);
};
const findPlaces = () => {
  drainLive();
  if (freePlaces.length > 0) return;
  if (values.length >= mostValues) {
    // Most have died young.
    collectLive(false);
    drainLive();
    if (2 * freePlaces.length < values.length) {
      collectLive(true);
      drainLive();
    }
    mostValues = Math.max(${FEW}, 2 * (values.length - freePlaces.length));
  }
  if (freePlaces.length > 0 || values.length < links.length) return;
  const more = new Int32Array(2 * links.length);
  more.set(links);
  links = more;
  setLinks(links);
};
const placeFor = (value) => {
  if (freePlaces.length === 0) findPlaces();
  const place = freePlaces.length > 0 ? freePlaces.pop() : values.length;
  links[place] = GIVEN;
  values[place] = value;
  return place;
};
const holdLive = (value) => {
  const place = placeFor(value);
  fresh.push(place);
  return place;
};
const without = (error, length) => {
  if (error instanceof Wrong) error.path = error.path.slice(length);
  return error;
};
// Of any realm: of what is no Promise of this one, one is made.
const asPromise = (value, expected) => {
  if (value instanceof Promise) return value;
  const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
  if (!isObject || typeof value.then !== 'function') wrong(expected, value);
  return Promise.resolve(value);
};
const caught = (thrower) => {
  try {
    thrower();
  } catch (error) {
    return error;
  }
};
const raise = (value) => { throw value; };
const settle = (before) => {
  for (let i = before; i < fresh.length; i++) if (links[fresh[i]] === GIVEN) letGo(fresh[i]);
  fresh.length = before;
};
const wellKnown = (name) => {
  const found = Object.hasOwn(Symbol, name) ? Symbol[name] : undefined;
  if (typeof found !== 'symbol')
    throw new TypeError('space.symbol: argument 1 (name) must be the name of a well-known symbol, got ' + got(name, true));
  return found;
};
const openIterator = (value) => {
  const iterator = value[Symbol.iterator]();
  return { iterator, next: iterator.next };
};
const nextItem = ({ iterator, next }) => {
  const step = apply(next, iterator, []);
  if (Object(step) !== step) throw new TypeError('Iterator result ' + String(step) + ' is not an object');
  return step.done ? null : { item: step.value };
};
const closeIterator = ({ iterator }) => {
  const close = iterator.return;
  if (close != null) apply(close, iterator, []);
};
`.trim();
