// What the plain program calls where the language deviates from JavaScript: `$.int('i32', '+', a, b)`. Written from the
// reference alone, in bigints and without a look at the compiler, so that it is a judge of its own.
import { NUMERICS, type NumericName } from '../generate/types.ts';

type Numeric = number | bigint;

/** To the representation that plain programs use: bigints for 64 bits. */
function wrapped(name: NumericName, value: bigint): Numeric {
  const { bits, signed, wide } = NUMERICS[name];
  const result = signed ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value);
  return wide ? result : Number(result);
}

function int(name: NumericName, operator: string, left: Numeric, right: Numeric): Numeric {
  return wrapped(name, exact(name, operator, BigInt(left), BigInt(right)));
}

function exact(name: NumericName, operator: string, a: bigint, b: bigint): bigint {
  const count = ((b % 2n ** 32n) + 2n ** 32n) % BigInt(NUMERICS[name].bits);
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / nonZero(b);
    case '%':
      return a % nonZero(b);
    case '&':
      return a & b;
    case '|':
      return a | b;
    case '^':
      return a ^ b;
    case '<<':
      return a << count;
    case '>>':
      return a >> count;
    case '>>>':
      return BigInt.asUintN(32, a) >> (BigInt.asUintN(32, b) % 32n);
    case '**':
      return power(a, b);
    default:
      throw new Error(`no operator ${operator}`);
  }
}

function nonZero(value: bigint): bigint {
  if (value === 0n) throw new RangeError('division by zero');
  return value;
}

function power(base: bigint, exponent: bigint): bigint {
  if (exponent < 0n) throw new RangeError('exponent must not be negative');
  let result = 1n;
  for (let i = BigInt.asUintN(64, exponent); i > 0n; i >>= 1n) {
    if (i & 1n) result = BigInt.asUintN(64, result * base);
    base = BigInt.asUintN(64, base * base);
  }
  return result;
}

/** `i32(value)` and its kin. */
function convert(name: NumericName, value: Numeric | boolean): Numeric {
  if (name === 'number') return Number(value);
  if (name === 'f32') return typeof value === 'bigint' ? single(value) : Math.fround(Number(value));
  if (typeof value === 'bigint') return wrapped(name, value);
  const number = Number(value);
  return wrapped(name, Number.isFinite(number) ? BigInt(Math.trunc(number)) : 0n);
}

/** To the nearest binary32, ties to even, in one step. */
function single(value: bigint): number {
  const magnitude = value < 0n ? -value : value;
  const excess = BigInt(Math.max(0, magnitude.toString(2).length - 24));
  const unit = 1n << excess;
  const below = (magnitude / unit) * unit;
  const twice = (magnitude - below) * 2n;
  const up = twice > unit || (twice === unit && (below / unit) % 2n === 1n);
  const rounded = Number(up ? below + unit : below);
  return value < 0n ? -rounded : rounded;
}

interface Indexed<T> {
  readonly length: number;
  [index: number]: T;
}

function checked(items: { readonly length: number }, position: Numeric): number {
  const index = Number(position);
  // Beyond safe integers a number does not say which index it means.
  if (!Number.isSafeInteger(index)) throw new RangeError(`${index} is not a valid index`);
  if (index < 0 || index >= items.length)
    throw new RangeError(`index ${index} is out of range for length ${items.length}`);
  return index;
}

/** `items[index]`. */
function at<T>(items: Indexed<T>, index: Numeric): T {
  return items[checked(items, index)] as T;
}

/** `items[index] = value`: the check comes behind the value. */
function put<T>(items: Indexed<T>, index: Numeric, value: T): T {
  items[checked(items, index)] = value;
  return value;
}

/** `items[index] += …`. */
function update<T>(items: Indexed<T>, index: Numeric, change: (old: T) => T): T {
  const value = change(items[checked(items, index)] as T);
  return put(items, index, value);
}

/** `items[index]++`: the old value. */
function postfix<T>(items: Indexed<T>, index: Numeric, change: (old: T) => T): T {
  const old = items[checked(items, index)] as T;
  put(items, index, change(old));
  return old;
}

/** `items.length = length`. */
function cut(items: unknown[], length: number): void {
  if (!Number.isInteger(length) || length < 0 || length >= 2 ** 32)
    throw new RangeError('Invalid array length');
  if (length > items.length)
    throw new RangeError(
      `length ${length} is longer than the array, which has ${items.length} items`,
    );
  items.length = length;
}

/** `items.with(index, value)`: the error is that of every other access. */
function withItem<T>(items: readonly T[], index: Numeric, value: T): T[] {
  const copy = items.slice();
  const whole = Math.trunc(Number(index)) || 0;
  put(copy, whole < 0 ? whole + copy.length : whole, value);
  return copy;
}

/** `a << b` of numbers. */
const shifted = (a: number, b: number): number => a << b;

/** The first of two values, where the second changes what the first was read from. */
const first = <T>(value: T, _changed: unknown): T => value;

/** `value!` where no member of it is named. */
function sure<T>(value: T | null | undefined): T {
  if (value === null || value === undefined)
    throw new TypeError(`the value is ${value}, but \`!\` or \`as\` says that it is there`);
  return value;
}

/** `value as Class` of an object. */
function cast<T>(value: T, type: new (...values: never[]) => T, name: string): T {
  if (!(value instanceof type)) throw new TypeError(`the object is no ${name}`);
  return value;
}

/** `new Int32Array(buffer, offset, length)`: the errors name no type. */
function view<T>(
  type: {
    new (buffer: ArrayBuffer, offset: number, length?: number): T;
    readonly BYTES_PER_ELEMENT: number;
  },
  buffer: ArrayBuffer,
  offset: number,
  length?: number,
): T {
  const size = type.BYTES_PER_ELEMENT;
  const text = 'of a typed array must be a multiple of its element size';
  if (offset % size !== 0) throw new RangeError(`start offset ${text}`);
  if (length === undefined && buffer.byteLength % size !== 0)
    throw new RangeError(`byte length ${text}`);
  return new type(buffer, offset, length);
}

export const PLAIN_SEMANTICS = {
  int,
  convert,
  at,
  put,
  update,
  postfix,
  cut,
  withItem,
  shifted,
  first,
  sure,
  cast,
  view,
};
