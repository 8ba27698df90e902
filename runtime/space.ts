// `space` for files that Node runs as they are: at build time, or without mixmod. There every value is a live one. Types are not known, so
// only what is asked for by name is checked; the printed and the compiled programs convert as well.

type Value = unknown;
type Key = string | number | symbol;

const object = (value: Value): Record<Key, Value> => value as Record<Key, Value>;
const callable = (value: Value): ((...args: unknown[]) => Value) =>
  value as (...args: unknown[]) => Value;

/** Checks that a value is of the kind that `typeof` gives. */
const checked =
  (name: 'number' | 'string' | 'boolean' | 'bigint') =>
  (value: Value): Value => {
    if (typeof value === name) return value;
    const got = value === null ? 'null' : typeof value;
    throw new TypeError(`space.${name}: argument 1 (value) must be a ${name}, got ${got}`);
  };

const wellKnown = (name: string): Value => {
  const found: unknown = Object.hasOwn(Symbol, name) ? object(Symbol)[name] : undefined;
  if (typeof found === 'symbol') return found;
  throw new TypeError(
    `space.symbol: argument 1 (name) must be the name of a well-known symbol, got ${name}`,
  );
};

export const space = Object.freeze({
  wrap: (value: Value): Value => value,
  unwrap: (value: Value): Value => value,
  number: checked('number'),
  string: checked('string'),
  boolean: checked('boolean'),
  bigint: checked('bigint'),
  typeOf: (value: Value): string => typeof value,
  truth: (value: Value): boolean => Boolean(value),
  text: (value: Value): string => String(value),
  equal: (a: Value, b: Value): boolean => a === b,
  same: (a: Value, b: Value): boolean => Object.is(a, b),
  get: (value: Value, key: Key): Value => object(value)[key],
  set: (value: Value, key: Key, item: Value): void => {
    object(value)[key] = item;
  },
  has: (value: Value, key: Key): boolean => key in object(value),
  delete: (value: Value, key: Key): boolean => delete object(value)[key],
  keys: (value: Value): string[] => Object.keys(object(value)),
  entries: (value: Value): [string, Value][] => Object.entries(object(value)),
  call: (callee: Value, self: Value, ...args: Value[]): Value =>
    Reflect.apply(callable(callee), self, args),
  callMethod: (value: Value, name: Key, ...args: Value[]): Value =>
    callable(object(value)[name]).apply(value, args),
  construct: (constructor: Value, ...args: Value[]): Value =>
    new (constructor as new (...args: Value[]) => Value)(...args),
  isInstance: (value: Value, constructor: Value): boolean =>
    value instanceof (constructor as () => void),
  *iterate(value: Value): Generator<Value, void, void> {
    yield* value as Iterable<Value>;
  },
  global: (name: string): Value => object(globalThis)[name],
  newObject: (): Value => ({}),
  newArray: (): Value => [],
  throw: (value: Value): never => {
    throw value;
  },
  error: (value: Value): Error => (value instanceof Error ? value : new Error(String(value))),
  symbol: wellKnown,
  symbolFor: (key: string): Value => Symbol.for(key),
});
