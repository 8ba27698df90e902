// The operations of `space` on live values → what each is in JavaScript: a function of the arguments. Programs of both executions carry
// those that they use (`glue/live.ts`); `check` knows by the row how a call is written.

interface SpaceRow {
  /** An expression. It names only what `LIVE_RUNTIME` has taken from JavaScript when the module was loaded. */
  readonly script: string;
  /** The position of the argument that is a property's name: where it is written as text or number, JavaScript is told once. */
  readonly key?: number;
  /** What messages call the result where it is not of the type that is wanted; else `space.<name>: the result`. */
  readonly subject?: string;
  /** What leads from the result to what the subject names. */
  readonly path?: string;
}

const row = (script: string, more: Omit<SpaceRow, 'script'> = {}): SpaceRow => ({
  script,
  ...more,
});

/** A value that is looked at as one of a type. */
const unwrapped = (name: string): SpaceRow =>
  row('(value) => value', { subject: `space.${name}: argument 1 (value)` });

export const SPACE_OPERATIONS = {
  wrap: row('(value) => value'),
  unwrap: unwrapped('unwrap'),
  number: unwrapped('number'),
  string: unwrapped('string'),
  boolean: unwrapped('boolean'),
  bigint: unwrapped('bigint'),
  typeOf: row('(value) => typeof value'),
  truth: row('(value) => !!value'),
  text: row('(value) => String(value)'),
  equal: row('(a, b) => a === b'),
  looseEqual: row('(a, b) => a == b'),
  same: row('sameValue'),
  get: row('(value, key) => value[key]', { key: 1 }),
  set: row('(value, key, item) => { value[key] = item; }', { key: 1 }),
  has: row('(value, key) => key in value', { key: 1 }),
  delete: row('(value, key) => delete value[key]', { key: 1 }),
  keys: row('(value) => keys(value)'),
  entries: row('(value) => entries(value)'),
  call: row('(callee, self, ...args) => apply(callee, self, args)'),
  callMethod: row('(value, name, ...args) => value[name](...args)', { key: 1 }),
  construct: row('(constructor, ...args) => new constructor(...args)'),
  isInstance: row('(value, constructor) => value instanceof constructor'),
  global: row('(name) => globalThis[name]', { key: 0 }),
  newObject: row('() => ({})'),
  newArray: row('() => []'),
  symbol: row('wellKnown', { key: 0 }),
  symbolFor: row('(name) => symbolFor(name)'),
  // The state of a walk: the iterator, and its `next`, which is looked up once (ECMA-262 7.4.2).
  openIterator: row('openIterator'),
  nextItem: row('nextItem', { subject: 'space.iterate: the next value', path: '.item' }),
  closeIterator: row('closeIterator'),
} as const satisfies { readonly [name: string]: SpaceRow };

export type SpaceOperation = keyof typeof SPACE_OPERATIONS;

export const spaceRow = (name: SpaceOperation): SpaceRow => SPACE_OPERATIONS[name];

export const isSpaceOperation = (name: string): name is SpaceOperation =>
  Object.hasOwn(SPACE_OPERATIONS, name);
