// The JavaScript of exports that run on other threads: it lays out all arguments in words, a text and ArrayBuffers that nobody else has, begins
// the job, and settles the promise when the job has ended. Both executions run this text; what `start` and `abort` do differs.
import {
  isView,
  OFFTHREAD_ABORT,
  OFFTHREAD_START,
  viewName,
  type Crossing,
  type CrossingExport,
  type ViewType,
} from '../../program/crossing.ts';
import { argumentHead } from '../argument-messages.ts';
import type { Writers } from './entry.ts';
import { expectedOf } from './expected.ts';
import { FIRST_WORDS } from './runtime.ts';

/** Nothing of a value crosses. */
const isNothing = (crossing: Crossing): boolean =>
  crossing.kind === 'scalar' &&
  !isView(crossing.type) &&
  ['void', 'never', 'undefined', 'null'].includes(crossing.type.kind);

/** A method of an object, as the other exports are; `position` is among the exports that run on other threads. */
export function offthreadWrapper(
  name: string,
  { parameters, result }: CrossingExport,
  index: number,
  position: number,
  { give, take }: Writers,
): { readonly lines: string; readonly entry: string } {
  const optional = parameters.findIndex((parameter) => parameter.optional);
  const names = [...parameters.map((_, i) => `a${i}`), 'options'];
  const ends = optional < 0 ? parameters.length : optional;
  const heads = names.map((_, i) => argumentHead(name, i + 1, parameters[i]?.name ?? 'options'));
  const checks = parameters.map(
    ({ crossing, declared }, i) =>
      `place = ${i}; ${give.writeFirst(crossing, `a${i}`, expectedOf(declared))}`,
  );
  const entry = JSON.stringify(name);
  const value = isNothing(result)
    ? result.kind === 'scalar' && result.type.kind === 'null'
      ? 'null'
      : 'undefined'
    : take.read(result);
  const lines = [
    `const heads${index} = ${JSON.stringify(heads)};`,
    `const read${index} = () => ${value};`,
    `const export${index} = {`,
    `${entry}(${names.map((one, i) => (i === ends ? `${one} = undefined` : one)).join(', ')}) {`,
    'let place = 0;',
    `return launch(${position}, () => {`,
    'try {',
    ...checks,
    `place = ${parameters.length};`,
    'return settingsOf(options);',
    '} catch (error) {',
    `throw said(error, heads${index}[place], export${index});`,
    '}',
    `}, read${index});`,
    '},',
    `}[${entry}];`,
  ];
  return { lines: lines.join('\n'), entry: `${entry}: export${index}` };
}

/** What all such exports of a module share. */
export const offthreadRuntime = (views: readonly ViewType[]): string =>
  [
    `const start = native[${JSON.stringify(OFFTHREAD_START)}], abort = native[${JSON.stringify(OFFTHREAD_ABORT)}];`,
    `const kinds = ${JSON.stringify(views.map(viewName))};`,
    RUNTIME,
  ].join('\n');

const RUNTIME = `
const { AbortSignal, structuredClone } = globalThis;
const abortedOf = brand(AbortSignal.prototype, 'aborted');
const reasonOf = brand(AbortSignal.prototype, 'reason');
const { addEventListener, removeEventListener } = globalThis.EventTarget.prototype;
const { slice: sliceBuffer } = ArrayBuffer.prototype;
const typedArrays = Object.getPrototypeOf(Uint8Array.prototype);
const typedArrayParts = ['buffer', 'byteOffset', 'byteLength', 'length'].map((name) => brand(typedArrays, name));
const viewParts = ['buffer', 'byteOffset', 'byteLength', 'byteLength'].map((name) => brand(DataView.prototype, name));
// The buffer of a view, where it begins there, its bytes, its items.
const partsOf = (view) => {
  if (is(bufferBrand, view)) {
    const bytes = bufferBrand.call(view);
    return [view, 0, bytes, bytes];
  }
  return (typedArrayName.call(view) === undefined ? viewParts : typedArrayParts).map((part) => part.call(view));
};
// The views of the arguments that are being written: kind, view, kind, view …; how many there are of each kind. null: of another call.
let sending = null;
let sent = [];
// The views of the result that is being read, by kind. null: of another call.
let receiving = null;
const send = (kind, view) => {
  sending.push(kind, view);
  return sent[kind]++;
};
const settingsOf = (options) => {
  if (options === undefined) return { transfer: [] };
  if (typeof options !== 'object' || options === null) wrong('an object', options);
  const { signal, progress, transfer } = options;
  if (signal !== undefined && !is(abortedOf, signal)) throw within(new Wrong('an AbortSignal', signal, false), '.signal');
  if (progress !== undefined && typeof progress !== 'function') throw within(new Wrong('a function', progress, false), '.progress');
  if (transfer === undefined) return { signal, progress, transfer: [] };
  if (!isArray(transfer)) throw within(new Wrong('an array', transfer, false), '.transfer');
  const buffers = [...transfer];
  buffers.forEach((buffer, i) => {
    if (!isUsable(buffer)) throw within(new Wrong('an ArrayBuffer', buffer, false), '.transfer[' + i + ']');
  });
  return { signal, progress, transfer: buffers };
};
// All that the job needs, in memory of its own: the words with room for a small result, the text, the ArrayBuffers, and what they are viewed as.
const layOut = (write) => {
  const base = at, textBefore = text, levelBefore = level, usedBefore = inUse.length, sendingBefore = sending, sentBefore = sent;
  text = '';
  level = 0;
  calls++;
  sending = [];
  sent = kinds.map(() => 0);
  try {
    if (at + ${FIRST_WORDS} > words.length) grow(${FIRST_WORDS});
    const settings = write();
    return { settings, words: words.slice(base, Math.max(at, base + ${FIRST_WORDS})), text, views: sending };
  } finally {
    at = base;
    text = textBefore;
    level = levelBefore;
    inUse.length = usedBefore;
    sending = sendingBefore;
    sent = sentBefore;
    leave();
  }
};
const memoryOf = (views, transfer) => {
  const copies = [];
  const shape = new Float64Array(2 * views.length);
  for (let i = 0; i < views.length; i += 2) {
    const [buffer, offset, bytes, length] = partsOf(views[i + 1]);
    const place = transfer.indexOf(buffer);
    if (place >= 0) shape.set([views[i], place, offset, length], 2 * i);
    else {
      shape.set([views[i], transfer.length + copies.length, 0, length], 2 * i);
      copies.push(sliceBuffer.call(buffer, offset, offset + bytes));
    }
  }
  // Last: from now on they are detached.
  const moved = transfer.length === 0 ? [] : structuredClone(transfer, { transfer });
  return { buffers: [...moved, ...copies], shape };
};
const receive = (read, given, givenText, views) => {
  const wordsBefore = words, base = at, textBefore = text, textAtBefore = textAt, receivingBefore = receiving;
  words = given;
  at = 1;
  text = givenText;
  textAt = 0;
  receiving = views;
  try {
    return read();
  } finally {
    words = wordsBefore;
    at = base;
    text = textBefore;
    textAt = textAtBefore;
    receiving = receivingBefore;
  }
};
const launch = (position, write, read) => new Promise((resolve, reject) => {
  const { settings: { signal, progress, transfer }, words: own, text: ownText, views } = layOut(write);
  if (signal !== undefined && abortedOf.call(signal)) return reject(reasonOf.call(signal));
  const { buffers, shape } = memoryOf(views, transfer);
  let job, isSettled = false;
  const settle = (action, value) => {
    if (isSettled) return;
    isSettled = true;
    if (signal !== undefined) removeEventListener.call(signal, 'abort', onAbort);
    action(value);
  };
  const stop = (error) => {
    settle(reject, error);
    if (job !== undefined) abort(job);
  };
  const onAbort = () => stop(reasonOf.call(signal));
  // Where there is one thread, the job has set its own words.
  const onEnd = (state, value, resultText, resultViews) => {
    setWords(words);
    job = undefined;
    if (isSettled) return;
    if (state === 2) return settle(reject, value);
    if (state !== 1) return settle(reject, new RangeError('out of memory'));
    try {
      settle(resolve, receive(read, value ?? own, resultText, resultViews));
    } catch (error) {
      settle(reject, error);
    }
  };
  const onNews = progress === undefined ? undefined : (value) => {
    setWords(words);
    if (isSettled) return;
    try {
      progress(value);
    } catch (error) {
      stop(error);
    }
  };
  job = start(position, buffers, own, shape, ownText, onEnd, onNews);
  if (job === undefined) settle(reject, new RangeError('out of memory'));
  else if (signal !== undefined) addEventListener.call(signal, 'abort', onAbort);
});
`.trim();
