// The global names of RTypeScript, as TypeScript's checker sees them: only what the language has, so that
// TypeScript itself reports every other member. The interfaces at the end exist because its checker demands them.

/* oxlint-disable no-shadow-restricted-names -- they are declared here, not shadowed */
declare const NaN: number;
declare const Infinity: number;

interface Math {
  readonly E: number;
  readonly LN10: number;
  readonly LN2: number;
  readonly LOG10E: number;
  readonly LOG2E: number;
  readonly PI: number;
  readonly SQRT1_2: number;
  readonly SQRT2: number;
  abs(x: number): number;
  acos(x: number): number;
  acosh(x: number): number;
  asin(x: number): number;
  asinh(x: number): number;
  atan(x: number): number;
  atanh(x: number): number;
  atan2(y: number, x: number): number;
  cbrt(x: number): number;
  ceil(x: number): number;
  clz32(x: number): number;
  cos(x: number): number;
  cosh(x: number): number;
  exp(x: number): number;
  expm1(x: number): number;
  floor(x: number): number;
  fround(x: number): number;
  hypot(...values: number[]): number;
  imul(x: number, y: number): number;
  log(x: number): number;
  log1p(x: number): number;
  log10(x: number): number;
  log2(x: number): number;
  max(...values: number[]): number;
  min(...values: number[]): number;
  pow(x: number, y: number): number;
  random(): number;
  round(x: number): number;
  sign(x: number): number;
  sin(x: number): number;
  sinh(x: number): number;
  sqrt(x: number): number;
  tan(x: number): number;
  tanh(x: number): number;
  trunc(x: number): number;
}
declare const Math: Math;

interface Number {
  toExponential(digits?: number): string;
  toFixed(digits?: number): string;
  toPrecision(precision?: number): string;
  toString(radix?: number): string;
  valueOf(): number;
}
interface NumberConstructor {
  (value?: unknown): number;
  readonly EPSILON: number;
  readonly MAX_SAFE_INTEGER: number;
  readonly MAX_VALUE: number;
  readonly MIN_SAFE_INTEGER: number;
  readonly MIN_VALUE: number;
  readonly NEGATIVE_INFINITY: number;
  readonly NaN: number;
  readonly POSITIVE_INFINITY: number;
  isFinite(value: number): boolean;
  isInteger(value: number): boolean;
  isNaN(value: number): boolean;
  isSafeInteger(value: number): boolean;
  parseFloat(text: string): number;
  parseInt(text: string, radix?: number): number;
}
declare const Number: NumberConstructor;
declare function isFinite(value: number): boolean;
declare function isNaN(value: number): boolean;
declare function parseFloat(text: string): number;
declare function parseInt(text: string, radix?: number): number;

interface String {
  readonly length: number;
  at(index: number): string | undefined;
  charAt(index?: number): string;
  charCodeAt(index?: number): number;
  codePointAt(index?: number): number | undefined;
  concat(...texts: string[]): string;
  endsWith(search: string, end?: number): boolean;
  includes(search: string, position?: number): boolean;
  indexOf(search: string, position?: number): number;
  isWellFormed(): boolean;
  lastIndexOf(search: string, position?: number): number;
  padEnd(length: number, filler?: string): string;
  padStart(length: number, filler?: string): string;
  repeat(count: number): string;
  replace(search: string, replacement: string): string;
  replaceAll(search: string, replacement: string): string;
  slice(start?: number, end?: number): string;
  split(separator: string, limit?: number): string[];
  startsWith(search: string, position?: number): boolean;
  substr(start: number, length?: number): string;
  substring(start: number, end?: number): string;
  toLowerCase(): string;
  toString(): string;
  toUpperCase(): string;
  toWellFormed(): string;
  trim(): string;
  trimEnd(): string;
  trimStart(): string;
  valueOf(): string;
  [Symbol.iterator](): IterableIterator<string>;
  readonly [index: number]: string;
}
interface StringConstructor {
  (value?: unknown): string;
  fromCharCode(...units: number[]): string;
  fromCodePoint(...points: number[]): string;
  raw(strings: TemplateStringsArray, ...values: unknown[]): string;
}
declare const String: StringConstructor;

/** Only errors are thrown, so only they are causes. */
interface ErrorOptions {
  cause?: Error;
}
interface Error {
  name: string;
  message: string;
  readonly cause?: Error;
  readonly stack?: string;
  toString(): string;
}
interface ErrorConstructor {
  new (message?: string, options?: ErrorOptions): Error;
  readonly prototype: Error;
}
declare const Error: ErrorConstructor;
interface EvalError extends Error {}
declare const EvalError: {
  new (message?: string, options?: ErrorOptions): EvalError;
  readonly prototype: EvalError;
};
interface RangeError extends Error {}
declare const RangeError: {
  new (message?: string, options?: ErrorOptions): RangeError;
  readonly prototype: RangeError;
};
interface ReferenceError extends Error {}
declare const ReferenceError: {
  new (message?: string, options?: ErrorOptions): ReferenceError;
  readonly prototype: ReferenceError;
};
interface SyntaxError extends Error {}
declare const SyntaxError: {
  new (message?: string, options?: ErrorOptions): SyntaxError;
  readonly prototype: SyntaxError;
};
interface TypeError extends Error {}
declare const TypeError: {
  new (message?: string, options?: ErrorOptions): TypeError;
  readonly prototype: TypeError;
};
interface URIError extends Error {}
declare const URIError: {
  new (message?: string, options?: ErrorOptions): URIError;
  readonly prototype: URIError;
};

interface JSON {
  /** The type of the result is that of the place where it goes. */
  parse<T>(text: string): T;
  stringify(value: unknown, replacer?: null, space?: number | string): string;
}
declare const JSON: JSON;

interface Console {
  debug(...values: unknown[]): void;
  error(...values: unknown[]): void;
  info(...values: unknown[]): void;
  log(...values: unknown[]): void;
  warn(...values: unknown[]): void;
}
declare const console: Console;
interface Performance {
  now(): number;
}
declare const performance: Performance;
/** What does not depend on the place where the program runs. */
interface Date {
  getTime(): number;
  getUTCDate(): number;
  getUTCDay(): number;
  getUTCFullYear(): number;
  getUTCHours(): number;
  getUTCMilliseconds(): number;
  getUTCMinutes(): number;
  getUTCMonth(): number;
  getUTCSeconds(): number;
  setTime(time: number): number;
  toISOString(): string;
  toJSON(): string | null;
  valueOf(): number;
}
interface DateConstructor {
  new (value?: number | string | Date): Date;
  UTC(
    year: number,
    month?: number,
    day?: number,
    hour?: number,
    minute?: number,
    second?: number,
    millisecond?: number,
  ): number;
  now(): number;
  parse(text: string): number;
}
declare const Date: DateConstructor;

interface ArrayBuffer {
  readonly byteLength: number;
  slice(begin?: number, end?: number): ArrayBuffer;
  readonly [Symbol.toStringTag]: 'ArrayBuffer';
}
declare const ArrayBuffer: {
  new (byteLength: number): ArrayBuffer;
  readonly prototype: ArrayBuffer;
};

interface DataView {
  readonly byteLength: number;
  getInt8(byteOffset: number): number;
  getUint8(byteOffset: number): number;
  getInt16(byteOffset: number, littleEndian?: boolean): number;
  getUint16(byteOffset: number, littleEndian?: boolean): number;
  getInt32(byteOffset: number, littleEndian?: boolean): number;
  getUint32(byteOffset: number, littleEndian?: boolean): number;
  getFloat32(byteOffset: number, littleEndian?: boolean): number;
  getFloat64(byteOffset: number, littleEndian?: boolean): number;
  getBigInt64(byteOffset: number, littleEndian?: boolean): bigint;
  getBigUint64(byteOffset: number, littleEndian?: boolean): bigint;
  setInt8(byteOffset: number, value: number): void;
  setUint8(byteOffset: number, value: number): void;
  setInt16(byteOffset: number, value: number, littleEndian?: boolean): void;
  setUint16(byteOffset: number, value: number, littleEndian?: boolean): void;
  setInt32(byteOffset: number, value: number, littleEndian?: boolean): void;
  setUint32(byteOffset: number, value: number, littleEndian?: boolean): void;
  setFloat32(byteOffset: number, value: number, littleEndian?: boolean): void;
  setFloat64(byteOffset: number, value: number, littleEndian?: boolean): void;
  setBigInt64(byteOffset: number, value: bigint, littleEndian?: boolean): void;
  setBigUint64(byteOffset: number, value: bigint, littleEndian?: boolean): void;
  readonly [Symbol.toStringTag]: 'DataView';
}
declare const DataView: {
  new (buffer: ArrayBuffer, byteOffset?: number, byteLength?: number): DataView;
  readonly prototype: DataView;
};

/** What all typed arrays share. `E` is the element, `A` the array itself. */
interface TypedArrayMembers<E, A> {
  readonly BYTES_PER_ELEMENT: number;
  readonly buffer: ArrayBuffer;
  readonly byteLength: number;
  readonly byteOffset: number;
  readonly length: number;
  copyWithin(target: number, start?: number, end?: number): A;
  fill(value: E, start?: number, end?: number): A;
  set(array: A, offset?: number): void;
  slice(start?: number, end?: number): A;
  subarray(begin?: number, end?: number): A;
  [Symbol.iterator](): IterableIterator<E>;
  [index: number]: E;
}
interface TypedArrayConstructor<E, A> {
  new (length: number): A;
  new (elements: readonly E[]): A;
  new (array: A): A;
  new (buffer: ArrayBuffer, byteOffset?: number, length?: number): A;
  of(...elements: E[]): A;
  from(elements: readonly E[] | A): A;
  readonly BYTES_PER_ELEMENT: number;
  readonly prototype: A;
}
interface Int8Array extends TypedArrayMembers<number, Int8Array> {
  readonly [Symbol.toStringTag]: 'Int8Array';
}
declare const Int8Array: TypedArrayConstructor<number, Int8Array>;
interface Uint8Array extends TypedArrayMembers<number, Uint8Array> {
  readonly [Symbol.toStringTag]: 'Uint8Array';
}
declare const Uint8Array: TypedArrayConstructor<number, Uint8Array>;
interface Uint8ClampedArray extends TypedArrayMembers<number, Uint8ClampedArray> {
  readonly [Symbol.toStringTag]: 'Uint8ClampedArray';
}
declare const Uint8ClampedArray: TypedArrayConstructor<number, Uint8ClampedArray>;
interface Int16Array extends TypedArrayMembers<number, Int16Array> {
  readonly [Symbol.toStringTag]: 'Int16Array';
}
declare const Int16Array: TypedArrayConstructor<number, Int16Array>;
interface Uint16Array extends TypedArrayMembers<number, Uint16Array> {
  readonly [Symbol.toStringTag]: 'Uint16Array';
}
declare const Uint16Array: TypedArrayConstructor<number, Uint16Array>;
interface Int32Array extends TypedArrayMembers<number, Int32Array> {
  readonly [Symbol.toStringTag]: 'Int32Array';
}
declare const Int32Array: TypedArrayConstructor<number, Int32Array>;
interface Uint32Array extends TypedArrayMembers<number, Uint32Array> {
  readonly [Symbol.toStringTag]: 'Uint32Array';
}
declare const Uint32Array: TypedArrayConstructor<number, Uint32Array>;
interface Float32Array extends TypedArrayMembers<number, Float32Array> {
  readonly [Symbol.toStringTag]: 'Float32Array';
}
declare const Float32Array: TypedArrayConstructor<number, Float32Array>;
interface Float64Array extends TypedArrayMembers<number, Float64Array> {
  readonly [Symbol.toStringTag]: 'Float64Array';
}
declare const Float64Array: TypedArrayConstructor<number, Float64Array>;
interface BigInt64Array extends TypedArrayMembers<bigint, BigInt64Array> {
  readonly [Symbol.toStringTag]: 'BigInt64Array';
}
declare const BigInt64Array: TypedArrayConstructor<bigint, BigInt64Array>;
interface BigUint64Array extends TypedArrayMembers<bigint, BigUint64Array> {
  readonly [Symbol.toStringTag]: 'BigUint64Array';
}
declare const BigUint64Array: TypedArrayConstructor<bigint, BigUint64Array>;

// ---- for TypeScript's checker ----

interface Symbol {}
interface SymbolConstructor {
  readonly iterator: unique symbol;
  readonly toStringTag: unique symbol;
  readonly dispose: unique symbol;
}
declare const Symbol: SymbolConstructor;

interface Disposable {
  [Symbol.dispose](): void;
}
interface IteratorYieldResult<T> {
  done?: false;
  value: T;
}
interface IteratorReturnResult<T> {
  done: true;
  value: T;
}
type IteratorResult<T, R = any> = IteratorYieldResult<T> | IteratorReturnResult<R>;
interface Iterator<T, R = any, N = any> {
  next(): IteratorResult<T, R>;
  return?(): IteratorResult<T, R>;
}
interface Iterable<T, R = any, N = any> {
  [Symbol.iterator](): Iterator<T, R, N>;
}
interface IterableIterator<T, R = any, N = any> extends Iterator<T, R, N> {
  [Symbol.iterator](): IterableIterator<T, R, N>;
}
interface Generator<T = unknown, R = any, N = any> extends IterableIterator<T, R, N> {
  next(...sent: [] | [N]): IteratorResult<T, R>;
  return(result?: R): IteratorResult<T, R>;
  throw(error: Error): IteratorResult<T, R>;
  [Symbol.iterator](): Generator<T, R, N>;
}
/** What arrays and read-only arrays share. `A` is the array itself. */
interface ArrayMembers<T, A> {
  at(index: number): T | undefined;
  concat(...items: (T | readonly T[])[]): T[];
  entries(): IterableIterator<[number, T]>;
  every(callback: (item: T, index: number, items: A) => boolean): boolean;
  filter(callback: (item: T, index: number, items: A) => boolean): T[];
  find(callback: (item: T, index: number, items: A) => boolean): T | undefined;
  findIndex(callback: (item: T, index: number, items: A) => boolean): number;
  findLast(callback: (item: T, index: number, items: A) => boolean): T | undefined;
  findLastIndex(callback: (item: T, index: number, items: A) => boolean): number;
  flat(): T extends readonly (infer U)[] ? U[] : T[];
  flatMap<U>(callback: (item: T, index: number, items: A) => readonly U[]): U[];
  forEach(callback: (item: T, index: number, items: A) => void): void;
  includes(value: T, from?: number): boolean;
  join(separator?: string): string;
  indexOf(value: T, from?: number): number;
  keys(): IterableIterator<number>;
  lastIndexOf(value: T, from?: number): number;
  map<U>(callback: (item: T, index: number, items: A) => U): U[];
  reduce(callback: (result: T, item: T, index: number, items: A) => T): T;
  reduce(callback: (result: T, item: T, index: number, items: A) => T, first: T): T;
  reduce<U>(callback: (result: U, item: T, index: number, items: A) => U, first: U): U;
  reduceRight(callback: (result: T, item: T, index: number, items: A) => T): T;
  reduceRight(callback: (result: T, item: T, index: number, items: A) => T, first: T): T;
  reduceRight<U>(callback: (result: U, item: T, index: number, items: A) => U, first: U): U;
  slice(start?: number, end?: number): T[];
  some(callback: (item: T, index: number, items: A) => boolean): boolean;
  toReversed(): T[];
  toSorted(compare?: (a: T, b: T) => number): T[];
  toSpliced(start: number, count?: number, ...items: T[]): T[];
  values(): IterableIterator<T>;
  with(index: number, value: T): T[];
  [Symbol.iterator](): IterableIterator<T>;
}
interface Array<T> extends ArrayMembers<T, T[]> {
  length: number;
  copyWithin(target: number, start?: number, end?: number): T[];
  fill(value: T, start?: number, end?: number): T[];
  pop(): T | undefined;
  push(...items: T[]): number;
  reverse(): T[];
  shift(): T | undefined;
  sort(compare?: (a: T, b: T) => number): T[];
  splice(start: number, count?: number, ...items: T[]): T[];
  unshift(...items: T[]): number;
  [index: number]: T;
}
interface ArrayConstructor {
  from<T>(source: Iterable<T>): T[];
  from<T, R>(source: Iterable<T>, callback: (item: T, index: number) => R): R[];
  from<R>(
    source: { readonly length: number },
    callback: (item: undefined, index: number) => R,
  ): R[];
  isArray(value: unknown): value is readonly unknown[];
  new <T>(length: number): T[];
}
declare const Array: ArrayConstructor;
interface ReadonlyArray<T> extends ArrayMembers<T, readonly T[]> {
  readonly length: number;
  readonly [index: number]: T;
}
interface ReadonlyMap<K, V> {
  readonly size: number;
  entries(): IterableIterator<[K, V]>;
  forEach(callback: (value: V, key: K, map: Map<K, V>) => void): void;
  get(key: K): V | undefined;
  has(key: K): boolean;
  keys(): IterableIterator<K>;
  values(): IterableIterator<V>;
  [Symbol.iterator](): IterableIterator<[K, V]>;
}
interface Map<K, V> extends ReadonlyMap<K, V> {
  clear(): void;
  delete(key: K): boolean;
  set(key: K, value: V): Map<K, V>;
}
declare const Map: {
  new <K, V>(entries?: Iterable<readonly [K, V]> | null): Map<K, V>;
  groupBy<T, K>(items: readonly T[], callback: (item: T, index: number) => K): Map<K, T[]>;
};
interface ReadonlySet<K> {
  readonly size: number;
  entries(): IterableIterator<[K, K]>;
  forEach(callback: (key: K, same: K, set: Set<K>) => void): void;
  has(key: K): boolean;
  difference(other: ReadonlySet<K>): Set<K>;
  intersection(other: ReadonlySet<K>): Set<K>;
  isDisjointFrom(other: ReadonlySet<K>): boolean;
  isSubsetOf(other: ReadonlySet<K>): boolean;
  isSupersetOf(other: ReadonlySet<K>): boolean;
  keys(): IterableIterator<K>;
  symmetricDifference(other: ReadonlySet<K>): Set<K>;
  union(other: ReadonlySet<K>): Set<K>;
  values(): IterableIterator<K>;
  [Symbol.iterator](): IterableIterator<K>;
}
interface Set<K> extends ReadonlySet<K> {
  add(key: K): Set<K>;
  clear(): void;
  delete(key: K): boolean;
}
declare const Set: {
  new <K>(keys?: Iterable<K> | null): Set<K>;
};
/** Of JavaScript. */
interface Promise<T> {
  readonly [Symbol.toStringTag]: 'Promise';
  catch<R>(rejected: (reason: Error) => R | Promise<R>): Promise<T | R>;
  finally(settled: () => void): Promise<T>;
  then<R>(
    fulfilled: (value: T) => R | Promise<R>,
    rejected?: (reason: Error) => R | Promise<R>,
  ): Promise<R>;
}
interface PromiseConstructor {
  new <T>(
    executor: (resolve: (value: T) => void, reject: (reason: Error) => void) => void,
  ): Promise<T>;
  all<T>(promises: readonly Promise<T>[]): Promise<T[]>;
  race<T>(promises: readonly Promise<T>[]): Promise<T>;
  reject<T = never>(reason: Error): Promise<T>;
  resolve(): Promise<void>;
  resolve<T>(value: T | Promise<T>): Promise<T>;
}
declare const Promise: PromiseConstructor;
interface WeakRef<T> {
  deref(): T | undefined;
  readonly [Symbol.toStringTag]: 'WeakRef';
}
declare const WeakRef: {
  new <T>(target: T): WeakRef<T>;
};
interface TemplateStringsArray extends ReadonlyArray<string> {
  readonly raw: readonly string[];
}
interface BigInt {
  toString(radix?: number): string;
}
interface Boolean {
  toString(): string;
  valueOf(): boolean;
}
interface BooleanConstructor {
  (value?: unknown): boolean;
}
declare const Boolean: BooleanConstructor;
interface Object {}
interface ObjectConstructor {
  assign<T, S>(target: T, source: S): T & S;
  assign<T, S, R>(target: T, first: S, second: R): T & S & R;
  entries<T>(object: T): [string, T[keyof T]][];
  hasOwn(object: unknown, name: string): boolean;
  is(left: unknown, right: unknown): boolean;
  keys(object: unknown): string[];
  values<T>(object: T): T[keyof T][];
}
declare const Object: ObjectConstructor;
interface Function {}
interface CallableFunction extends Function {}
interface NewableFunction extends Function {}
interface IArguments {}
interface RegExp {}

type Partial<T> = { [K in keyof T]?: T[K] };
type Required<T> = { [K in keyof T]-?: T[K] };
type Readonly<T> = { readonly [K in keyof T]: T[K] };
type Pick<T, K extends keyof T> = { [P in K]: T[P] };
type Record<K extends string | number, T> = { [P in K]: T };
type Exclude<T, U> = T extends U ? never : T;
type Extract<T, U> = T extends U ? T : never;
type Omit<T, K extends string | number | symbol> = Pick<T, Exclude<keyof T, K>>;
type NonNullable<T> = T & {};
type ReturnType<F extends (...given: never[]) => unknown> = F extends (...given: never[]) => infer R
  ? R
  : never;
type Parameters<F extends (...given: never[]) => unknown> = F extends (...given: infer P) => unknown
  ? P
  : never;
type InstanceType<C extends abstract new (...given: never[]) => unknown> = C extends abstract new (
  ...given: never[]
) => infer R
  ? R
  : never;
