// The operations of `space` on live values → what each is in JavaScript. Programs of both executions carry those that they use
// (`glue/live.ts`); `check` knows by the row how a call is written.

interface SpaceRow {
  /** What the arguments are called in JavaScript, and so in its messages; others are called `args`. */
  readonly names: readonly string[];
  /** An expression or statement. It names only its arguments and what `LIVE_RUNTIME` has taken from JavaScript. */
  readonly script: string;
  /** The position of the argument that is a property's name: where it is written as text or number, JavaScript is told once. */
  readonly key?: number;
  /** What messages call the result where it is not of the type that is wanted; else `space.<name>: the result`. */
  readonly subject?: string;
  /** What leads from the result to what the subject names. */
  readonly path?: string;
}

const row = (
  names: readonly string[],
  script: string,
  more: Omit<SpaceRow, 'names' | 'script'> = {},
): SpaceRow => ({ names, script, ...more });

const VALUE = ['value'];

/** A value that is looked at as one of a type. */
const unwrapped = (name: string): SpaceRow =>
  row(VALUE, 'value', { subject: `space.${name}: argument 1 (value)` });

export const SPACE_OPERATIONS = {
  wrap: row(VALUE, 'value'),
  unwrap: unwrapped('unwrap'),
  number: unwrapped('number'),
  string: unwrapped('string'),
  boolean: unwrapped('boolean'),
  bigint: unwrapped('bigint'),
  typeOf: row(VALUE, 'typeof value'),
  truth: row(VALUE, '!!value'),
  text: row(VALUE, 'String(value)'),
  equal: row(['a', 'b'], 'a === b'),
  looseEqual: row(['a', 'b'], 'a == b'),
  same: row(['a', 'b'], 'sameValue(a, b)'),
  get: row(['value', 'key'], 'value[key]', { key: 1 }),
  set: row(['value', 'key', 'item'], 'value[key] = item', { key: 1 }),
  has: row(['value', 'key'], 'key in value', { key: 1 }),
  delete: row(['value', 'key'], 'delete value[key]', { key: 1 }),
  keys: row(VALUE, 'keys(value)'),
  entries: row(VALUE, 'entries(value)'),
  call: row(['callee', 'self'], 'apply(callee, self, [args])'),
  callMethod: row(['value', 'name'], 'value[name](args)', { key: 1 }),
  construct: row(['constructor'], 'new constructor(args)'),
  isInstance: row(['value', 'constructor'], 'value instanceof constructor'),
  global: row(['name'], 'globalThis[name]', { key: 0 }),
  newObject: row([], '{}'),
  newArray: row([], '[]'),
  symbol: row(['name'], 'wellKnown(name)', { key: 0 }),
  symbolFor: row(['name'], 'symbolFor(name)', { key: 0 }),
  throw: row(VALUE, 'raise(value)'),
  // What the error is to JavaScript that leaves a function of the program.
  caught: row(['thrower'], 'caught(thrower)'),
  makePromise: row(['executor'], 'new Promise(executor)'),
  promiseThen: row(['promise', 'fulfilled', 'rejected'], 'promise.then(fulfilled, rejected)'),
  promiseCatch: row(['promise', 'rejected'], 'promise.catch(rejected)'),
  promiseFinally: row(['promise', 'settled'], 'promise.finally(settled)'),
  promiseResolve: row(VALUE, 'Promise.resolve(value)'),
  promiseReject: row(['reason'], 'Promise.reject(reason)'),
  promiseAll: row(['promises'], 'Promise.all(promises)'),
  promiseRace: row(['promises'], 'Promise.race(promises)'),
  // The state of a walk: the iterator, and its `next`, which is looked up once (ECMA-262 7.4.2).
  openIterator: row(VALUE, 'openIterator(value)'),
  nextItem: row(['walk'], 'nextItem(walk)', {
    subject: 'space.iterate: the next value',
    path: '.item',
  }),
  closeIterator: row(['walk'], 'closeIterator(walk)'),
} as const satisfies { readonly [name: string]: SpaceRow };

export type SpaceOperation = keyof typeof SPACE_OPERATIONS;

export const spaceRow = (name: SpaceOperation): SpaceRow => SPACE_OPERATIONS[name];

export const isSpaceOperation = (name: string): name is SpaceOperation =>
  Object.hasOwn(SPACE_OPERATIONS, name);
