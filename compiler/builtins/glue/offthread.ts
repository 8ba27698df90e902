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
  { parameters, result, called = name }: CrossingExport,
  index: number,
  position: number,
  { give, take }: Writers,
): { readonly lines: string; readonly entry: string } {
  const optional = parameters.findIndex((parameter) => parameter.optional);
  const names = [...parameters.map((_, i) => `a${i}`), 'options'];
  const ends = optional < 0 ? parameters.length : optional;
  const heads = names.map((_, i) => argumentHead(called, i + 1, parameters[i]?.name ?? 'options'));
  const checks = parameters.map(
    ({ crossing, declared }, i) =>
      `place = ${i}; ${give.writeFirst(crossing, `a${i}`, expectedOf(declared))}`,
  );
  const own = JSON.stringify(called);
  const value = isNothing(result)
    ? result.kind === 'scalar' && result.type.kind === 'null'
      ? 'null'
      : 'undefined'
    : take.read(result);
  const lines = [
    `const heads${index} = ${JSON.stringify(heads)};`,
    `const read${index} = () => ${value};`,
    `const export${index} = {`,
    `${own}(${names.map((one, i) => (i === ends ? `${one} = undefined` : one)).join(', ')}) {`,
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
    `}[${own}];`,
  ];
  return { lines: lines.join('\n'), entry: `${JSON.stringify(name)}: export${index}` };
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
// Words of jobs that have ended, for the next ones: to make them takes longer than all else here.
const idleWords = [];
const ownWords = (base) => {
  if (at - base > ${FIRST_WORDS}) return words.slice(base, at);
  const own = idleWords.length > 0 ? idleWords.pop() : new Float64Array(${FIRST_WORDS});
  for (let i = base; i < at; i++) own[i - base] = words[i];
  return own;
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
    return { settings, words: ownWords(base), text, views: sending };
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
// Jobs that have not ended, by their slots. Their words and ArrayBuffers live by that.
const jobs = [];
const freeSlots = [];
const settleJob = (job, action, value) => {
  if (job.isSettled) return;
  job.isSettled = true;
  if (job.onAbort !== undefined) removeEventListener.call(job.signal, 'abort', job.onAbort);
  action(value);
};
const stopJob = (job, error) => {
  settleJob(job, job.reject, error);
  if (job.handle !== undefined) abort(job.handle);
};
const letGo = (slot, { own }) => {
  jobs[slot] = undefined;
  freeSlots.push(slot);
  if (own.length === ${FIRST_WORDS} && idleWords.length < 16) idleWords.push(own);
};
const settleEnded = (job, state, value, resultText, resultViews) => {
  if (job.isSettled) return;
  if (state === 2) return settleJob(job, job.reject, value);
  if (state !== 1) return settleJob(job, job.reject, new RangeError('out of memory'));
  try {
    settleJob(job, job.resolve, receive(job.read, value ?? job.own, resultText, resultViews));
  } catch (error) {
    settleJob(job, job.reject, error);
  }
};
// What a job has come to: 1 and where it is not in its own words, no text and no views, those; 2 and an error.
const onEnd = (slot, state, value, resultText = '', resultViews) => {
  const job = jobs[slot];
  job.handle = undefined;
  settleEnded(job, state, value, resultText, resultViews);
  letGo(slot, job);
};
const newsOf = (job, progress) => (value) => {
  if (job.isSettled) return;
  try {
    progress(value);
  } catch (error) {
    stopJob(job, error);
  }
};
// Where there is one thread, jobs set their own words.
const restoreWords = () => setWords(words);
const launch = (position, write, read) => new Promise((resolve, reject) => {
  const { settings: { signal, progress, transfer }, words: own, text: ownText, views } = layOut(write);
  if (signal !== undefined && abortedOf.call(signal)) return reject(reasonOf.call(signal));
  const job = { resolve, reject, read, own, signal, onAbort: undefined, buffers: undefined, handle: undefined, isSettled: false };
  const { buffers, shape } = views.length + transfer.length > 0 ? memoryOf(views, transfer) : NO_MEMORY;
  job.buffers = buffers;
  const slot = freeSlots.length > 0 ? freeSlots.pop() : jobs.length;
  jobs[slot] = job;
  // What is left out native code need not look at.
  job.handle = ownText === '' && buffers === undefined && progress === undefined
    ? start(position, slot, own, onEnd, restoreWords)
    : start(position, slot, own, onEnd, restoreWords, ownText, buffers, shape, progress === undefined ? undefined : newsOf(job, progress));
  if (job.handle === undefined) {
    letGo(slot, job);
    settleJob(job, reject, new RangeError('out of memory'));
  } else if (signal !== undefined) {
    job.onAbort = () => stopJob(job, reasonOf.call(signal));
    addEventListener.call(signal, 'abort', job.onAbort);
  }
});
const NO_MEMORY = { buffers: undefined, shape: undefined };
`.trim();
