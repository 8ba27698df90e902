// What SQL calls: sqlite3 calls compiled code (`interp_dispatch.ts`), which calls `dispatch` below with the place of a
// function. What the function throws is kept, the statement fails, and it is thrown where the statement was run.
import { attach } from './interp_calls.ts';
import { Frame, refusal, type Value } from './app_frame.ts';

export type Result = Value | boolean | ArrayBuffer | ArrayBufferView | undefined | void;
export type ScalarFunction = (...values: Value[]) => Result;

/** One object for each group of rows. `finalize` gives the result; those of windows take rows back, too. */
export interface Aggregate {
  step(...values: Value[]): void;
  finalize(): Result;
  /** A row that is no longer in the window. */
  inverse?(...values: Value[]): void;
  /** The result so far. */
  value?(): Result;
}
export type AggregateClass = new () => Aggregate;
export type Collation = (a: string, b: string) => number;
export type Authorizer = (
  action: number,
  first: string | null,
  second: string | null,
  database: string | null,
  trigger: string | null,
) => number;

/** A function, class or collation, with its name for messages. */
interface Callee {
  readonly name: string;
  readonly callee: unknown;
  /** Integers are bigints. */
  readonly isBig: boolean;
}

/** What a connection has given to sqlite3. */
export class Callees {
  readonly all: Callee[] = [];
  readonly #places = new Map<string, number>();
  authorizer: Authorizer | null = null;
  progress: (() => unknown) | null = null;
  trace: ((sql: string) => unknown) | null = null;
  /** What a callee has thrown; nothing is called until somebody has thrown it again. */
  thrown: { readonly error: unknown } | null = null;

  /** Of what has this key, or will have it. */
  placeOf(key: string): number {
    return this.#places.get(key) ?? this.all.length;
  }
  put(key: string, place: number, callee: Callee): void {
    this.#places.set(key, place);
    this.all[place] = callee;
  }
}

/** The calls of `interp_dispatch.ts`, in its order. */
const [GROW, SCALAR, BEGIN, STEP, INVERSE, VALUE, FINAL, COLLATE, AUTHORIZE, PROGRESS] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
] as const;
const THROWN = -1000;

/** Of the connection that is running. */
let current: Callees | null = null;
const objects = new Map<number, Callee & { readonly callee: Aggregate }>();
let lastObject = 0;

const frame = new Frame();
let attached: Uint8Array | null = null;

function attachFrame(): void {
  if (attached === frame.bytes) return;
  attach(dispatch, frame.kinds, frame.numbers, frame.bytes);
  attached = frame.bytes;
}

/** While `action` runs, sqlite3 may call what the connection has given to it. */
export function calling<T>(callees: Callees, action: () => T): T {
  attachFrame();
  const before = current;
  current = callees;
  try {
    return action();
  } finally {
    current = before;
  }
}

function dispatch(call: number, index: number, count: number, bytes: number): number {
  const callees = current;
  if (callees === null || callees.thrown !== null) {
    if (call === FINAL) objects.delete(index);
    return THROWN;
  }
  try {
    return invoke(callees, call, index, count, bytes);
  } catch (error) {
    callees.thrown = { error };
    return THROWN;
  }
}

function invoke(
  callees: Callees,
  call: number,
  index: number,
  count: number,
  bytes: number,
): number {
  frame.rewind(bytes);
  switch (call) {
    case SCALAR: {
      const { name, callee, isBig } = callees.all[index] as Callee;
      return give(name, applied(callee as ScalarFunction, name, count, isBig));
    }
    case BEGIN:
      return begin(callees.all[index] as Callee);
    case STEP:
    case INVERSE:
    case VALUE:
    case FINAL:
      return onObject(call, index, count);
    case COLLATE:
      return collate(callees.all[index] as Callee);
    case GROW:
      frame.growTwice();
      attachFrame();
      return 0;
    default:
      return watch(callees, call, index);
  }
}

/** Calls with the next values of the frame. */
function applied<R>(
  callee: (...values: Value[]) => R,
  name: string,
  count: number,
  isBig: boolean,
): R {
  frame.where = name;
  if (count === 1) return callee(frame.take(isBig));
  if (count === 2) return callee(frame.take(isBig), frame.take(isBig));
  const values: Value[] = [];
  while (values.length < count) values.push(frame.take(isBig));
  return callee(...values);
}

/** Leaves a result in the first cell. */
function give(name: string, result: unknown): number {
  frame.begin(1);
  const value = result ?? null;
  if (!frame.put(value)) throw refusal(name, 'the result', value);
  attachFrame();
  return 0;
}

function begin({ name, callee, isBig }: Callee): number {
  const object = new (callee as AggregateClass)();
  objects.set(++lastObject, { name, callee: object, isBig });
  if (lastObject === 0x7fffffff) lastObject = 0;
  return lastObject;
}

const METHODS = {
  [STEP]: 'step',
  [INVERSE]: 'inverse',
  [VALUE]: 'value',
  [FINAL]: 'finalize',
} as const;

function onObject(call: keyof typeof METHODS, index: number, count: number): number {
  const found = objects.get(index);
  if (found === undefined) return THROWN;
  if (call === FINAL) objects.delete(index);
  const { name, callee, isBig } = found;
  const method = METHODS[call];
  if (typeof callee[method] !== 'function')
    throw new TypeError(`${name}: the object has no method ${method}`);
  const result = applied((...values: Value[]) => callee[method]?.(...values), name, count, isBig);
  return call === VALUE || call === FINAL ? give(name, result) : 0;
}

function collate({ name, callee }: Callee): number {
  const order = (callee as Collation)(String(frame.take(false)), String(frame.take(false)));
  if (typeof order !== 'number' || Number.isNaN(order))
    throw new TypeError(`${name}: the result must be a number, not ${String(order)}`);
  return Math.sign(order);
}

function watch(callees: Callees, call: number, index: number): number {
  if (call === PROGRESS) return callees.progress?.() ? 1 : 0;
  if (call !== AUTHORIZE) {
    callees.trace?.(String(frame.take(false)));
    return 0;
  }
  const texts = [0, 0, 0, 0].map(() => frame.take(false) as string | null);
  const [first = null, second = null, database = null, trigger = null] = texts;
  const answer = callees.authorizer?.(index, first, second, database, trigger) ?? 0;
  if (answer === 0 || answer === 1 || answer === 2) return answer;
  throw new TypeError(
    `authorizer: the result must be SQLITE_OK, SQLITE_DENY or SQLITE_IGNORE, not ${String(answer)}`,
  );
}
