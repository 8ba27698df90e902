// A JavaScript function and types → a C function pointer.
import { addressOf, type Addressed } from './addresses.ts';
import { assign, type Assignment } from './assign.ts';
import { callbackSource } from './callback-source.ts';
import { HINDRANCES, I32, I64, LIVE, MOST_INCOMING_STACK, RESULT } from './frame.ts';
import { instanceOf, wordsOf } from './instance.ts';
import { copy } from './copy.ts';
import { calls } from './native.ts';
import { owe, settle } from './owed.ts';
import { isStructure } from './structure-type.ts';
import { classify } from './classify.ts';
import { generate } from './support.ts';
import type { FfiType, Given, Taken } from './types.ts';
import { V8_VERSION } from './v8-version.ts';

/** Freed pointers that C may still hold: they are given back when so many others have been freed. */
const QUARANTINE = 1024;
const freed: { readonly code: number; readonly record: number }[] = [];

/** Through it a function goes to the compiled module. */
const holder: { callee: (() => void) | null } = { callee: null };
let isListening = false;

function listen(): void {
  isListening = true;
  const name = 'mixmod callback holder';
  // `v8::Isolate` has the data of its handle scopes there, where V8's headers have their code.
  if (V8_VERSION !== 0) calls.use_v8(V8_VERSION === 147 ? 560 : 0);
  Reflect.set(globalThis, name, holder);
  calls.take_holder(name);
  Reflect.deleteProperty(globalThis, name);
}

function makeCallback(run: () => void, { results, stack }: Assignment): number {
  if (!isListening) listen();
  holder.callee = run;
  const code = calls.make_callback(results, stack);
  holder.callee = null;
  return code;
}

type Maker = (
  callable: unknown,
  args: readonly FfiType[],
  result: FfiType,
  name: string,
) => () => void;

/** One for all callbacks of the same types: so a new callback runs code that is optimized already. */
const makers = new Map<string, Maker>();

function makerOf(args: readonly FfiType[], result: FfiType, assignment: Assignment): Maker {
  const key = [result, ...args].map(keyOf).join();
  let maker = makers.get(key);
  if (!maker) {
    const values = { words: wordsOf, instance: instanceOf, copyOut };
    maker = generate(callbackSource(args, result, assignment), values) as Maker;
    makers.set(key, maker);
  }
  return maker;
}

/** Structures are alike where their values travel alike. */
const keyOf = (type: FfiType): string =>
  isStructure(type)
    ? `${type.size} ${classify(type)?.join(' ') ?? 'memory'} ${type.alignment}`
    : type.kind;

/**
 * What the function throws is thrown when the C function that called it has returned; C gets zero until then. Where C calls it on
 * another thread, that waits until this one runs it. Free it when C does not hold it any more: a call of a freed one is an error, thrown in the same way.
 */
export class CallbackPtr<const A extends readonly FfiType[], R extends FfiType>
  implements Addressed, Disposable
{
  readonly name: string;
  readonly argtypes: A;
  readonly restype: R;
  #isFree = false;
  readonly #code: number;
  readonly #record: number;

  constructor(callable: (...args: Given<A>) => Taken<R>, argtypes: A, restype: R) {
    if (typeof callable !== 'function') throw new TypeError('a callback must be a function');
    this.name = callable.name === '' ? 'callback' : callable.name;
    this.argtypes = argtypes;
    this.restype = restype;
    if (argtypes.some(({ kind }) => kind === 'void'))
      throw new TypeError(`${this.name}() cannot take void`);
    const assignment = assign(argtypes, restype);
    if (assignment.stack > MOST_INCOMING_STACK)
      throw new RangeError(
        `${this.name}() takes more than ${8 * MOST_INCOMING_STACK} bytes on the stack`,
      );
    const run = makerOf(argtypes, restype, assignment)(callable, argtypes, restype, this.name);
    this.#code = makeCallback(run, assignment);
    this.#record = Number(I64[RESULT]);
    countLive(1);
    owe(this, 'callback', null, this.name);
  }

  getaddr(): number {
    return this.#code;
  }

  free(): void {
    if (this.#isFree) throw new TypeError(`${this.name}() has been freed already`);
    this.#isFree = true;
    settle(this);
    calls.retire_callback(this.#record);
    countLive(-1);
    freed.push({ code: this.#code, record: this.#record });
    const oldest = freed.length > QUARANTINE ? freed.shift() : undefined;
    if (oldest) calls.free_callback(oldest.code, oldest.record);
  }

  [Symbol.dispose](): void {
    if (!this.#isFree) this.free();
  }
}

function countLive(change: 1 | -1): void {
  I32[LIVE] = (I32[LIVE] ?? 0) + change;
  I32[HINDRANCES] = (I32[HINDRANCES] ?? 0) + change;
}

function copyOut(address: number, words: Int32Array, size: number): void {
  copy(address, addressOf(words), size);
}
