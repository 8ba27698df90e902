// JavaScript values to what graphs hold and back, as the native wrappers of exports do it.
import {
  argumentMessage,
  argumentRange,
  expectedText,
  gotText,
} from '../../builtins/argument-messages.ts';
import {
  isReference,
  type IntType,
  type RtsType,
  type TypedArrayType,
} from '../../program/types.ts';
import { holdsBigint, roundFloat, zeroOf } from '../ops/values.ts';
import { NULLABLE_TAG, representation } from '../representation.ts';
import type { ExportParameter } from '../unit.ts';
import { constructorOf } from './arrays.ts';
import {
  asDataView,
  asIndex,
  asNumber,
  asTypedArray,
  bufferOf,
  InterpreterError,
  type Held,
  type State,
  type TypedArray,
} from './held.ts';

// ---- JavaScript to high values ----

/** The argument as a high value. Throws what the wrapper throws. */
export function argument(
  value: unknown,
  { name, type, optional }: ExportParameter,
  index: number,
  /** The function's own, as messages say it. */
  called: string,
): Held {
  if (optional && value === undefined) return undefined;
  const held = convert(value, type);
  if (held !== REFUSED) return held;
  const inKind = isInKind(value, type);
  const got = gotText(value, inKind);
  const message = argumentMessage(called, index + 1, name, expectedText(type), got);
  throw inKind ? new RangeError(message) : new TypeError(message);
}

/** And not only of that prototype. */
const { isView } = ArrayBuffer;

const REFUSED: unique symbol = Symbol('refused');

const isInKind = (value: unknown, type: RtsType): boolean => {
  const base = type.kind === 'nullable' ? type.base : type;
  return base.kind === 'int' && typeof value === (base.bigint ? 'bigint' : 'number');
};

function convert(value: unknown, type: RtsType): Held | typeof REFUSED {
  switch (type.kind) {
    case 'int':
      return toInteger(value, type);
    case 'float':
      return typeof value === 'number' ? roundFloat(type, value) : REFUSED;
    case 'boolean':
      return typeof value === 'boolean' ? value : REFUSED;
    case 'string':
      return typeof value === 'string' ? value : REFUSED;
    case 'typedarray':
      return toTypedArray(value, type);
    case 'arraybuffer':
      return isUsable(value) ? value : REFUSED;
    case 'dataview':
      return isView(value) && value instanceof DataView && isUsable(value.buffer) ? value : REFUSED;
    case 'nullable':
      if (value === null) return type.allowsNull ? null : REFUSED;
      if (value === undefined) return type.allowsUndefined ? undefined : REFUSED;
      return convert(value, type.base);
    default:
      return REFUSED;
  }
}

/** Of a subclass (Buffer), whose methods differ, a plain array on the same memory. */
function toTypedArray(value: unknown, type: TypedArrayType): Held | typeof REFUSED {
  const constructor = constructorOf(type);
  if (!isView(value) || !(value instanceof constructor)) return REFUSED;
  const buffer = own<ArrayBuffer & { readonly resizable?: boolean }>('buffer', value);
  if (!isUsable(buffer)) return REFUSED;
  const isPlain = Object.getPrototypeOf(value) === constructor.prototype;
  if (isPlain && !buffer.resizable && !Object.hasOwn(value, 'buffer')) return value;
  return new constructor(buffer, own<number>('byteOffset', value), own<number>('length', value));
}

const TYPED_ARRAY = Object.getPrototypeOf(Uint8Array.prototype) as object;

/** What a typed array has, and not a property by that name that somebody has given it. */
const own = <T>(name: string, view: object): T =>
  Object.getOwnPropertyDescriptor(TYPED_ARRAY, name)?.get?.call(view) as T;

/** Neither shared with other threads nor detached, of which only the constructor of views tells on Node 20. */
function isUsable(buffer: unknown): buffer is ArrayBuffer {
  if (!(buffer instanceof ArrayBuffer)) return false;
  try {
    return new Uint8Array(buffer).length === buffer.byteLength;
  } catch {
    return false;
  }
}

function toInteger(value: unknown, type: IntType): Held | typeof REFUSED {
  if (type.bigint ? typeof value !== 'bigint' : !Number.isInteger(value)) return REFUSED;
  const wide = BigInt(value as number | bigint);
  const [low, high] = argumentRange(type);
  if (wide < low || wide > high) return REFUSED;
  return holdsBigint(type) ? wide : Number(wide);
}

/** A high value as JavaScript sees it. */
export function toJavaScript(value: Held, type: RtsType): unknown {
  switch (type.kind) {
    case 'void':
    case 'never':
      return undefined;
    case 'int':
      return type.bigint ? value : Number(value);
    case 'nullable':
      return value === null || value === undefined ? value : toJavaScript(value, type.base);
    // JavaScript gets an object of its own on the same memory.
    case 'typedarray': {
      const { buffer, byteOffset, length } = asTypedArray(value);
      return new (constructorOf(type))(buffer as ArrayBuffer, byteOffset, length);
    }
    case 'dataview': {
      const { buffer, byteOffset, byteLength } = asDataView(value);
      return new DataView(buffer, byteOffset, byteLength);
    }
    default:
      return value;
  }
}

// ---- high values to their low parts ----

const zeros = (type: RtsType): readonly Held[] =>
  representation(type).map((part) => (part.kind === 'address' ? 0 : zeroOf(part)));

export function toParts(type: RtsType, value: Held, state: State): readonly Held[] {
  if (isReference(type)) return [value];
  if (type.kind === 'nullable') {
    if (value === undefined) return [...zeros(type.base), NULLABLE_TAG.undefined];
    if (value === null) return [...zeros(type.base), NULLABLE_TAG.null];
    return [...toParts(type.base, value, state), NULLABLE_TAG.present];
  }
  if (value instanceof ArrayBuffer) {
    const { data, handle } = state.buffers.map(value);
    return [data, BigInt(value.byteLength), handle];
  }
  if (ArrayBuffer.isView(value)) {
    const { data, handle } = state.buffers.map(bufferOf(value));
    const length = value instanceof DataView ? value.byteLength : value.length;
    return [data + value.byteOffset, BigInt(length), handle];
  }
  if (type.kind === 'ptr') return [value ?? 0];
  return representation(type).length === 0 ? [] : [value];
}

export function fromParts(type: RtsType, parts: readonly Held[], state: State): Held {
  const [first, second, third] = parts;
  if (isReference(type)) return first;
  switch (type.kind) {
    case 'nullable': {
      const tag = parts.at(-1);
      if (tag === NULLABLE_TAG.undefined) return undefined;
      return tag === NULLABLE_TAG.null ? null : fromParts(type.base, parts.slice(0, -1), state);
    }
    case 'typedarray':
      return view(type, asNumber(first), asIndex(second), asNumber(third), state);
    case 'arraybuffer':
      return state.buffers.ofHandle(asNumber(third)).buffer;
    case 'dataview': {
      const { buffer, data } = state.buffers.ofHandle(asNumber(third));
      return new DataView(buffer, asNumber(first) - data, asIndex(second));
    }
    default:
      if (parts.length > 1) throw new InterpreterError(`${parts.length} values for ${type.kind}`);
      return first;
  }
}

function view(
  type: TypedArrayType,
  data: number,
  length: number,
  handle: number,
  state: State,
): TypedArray {
  const mapped = state.buffers.ofHandle(handle);
  return new (constructorOf(type))(mapped.buffer, data - mapped.data, length);
}
