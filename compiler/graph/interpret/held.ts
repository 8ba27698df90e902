// What the interpreter's evaluators work with: the values that variables hold, and the state of one execution.
import type { ErrorName, GlobalVariable } from '../../program/nodes.ts';
import type { ObjectType } from '../../program/types.ts';
import type { RaisedError, Op } from '../graph.ts';
import type { Unit } from '../unit.ts';
import type { Buffers } from './buffers.ts';
import type { Memory } from './memory.ts';

export type TypedArray =
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array
  | BigInt64Array
  | BigUint64Array;

/**
 * 64-bit integers are bigints, other numbers numbers, as in constants. Addresses and pointers are numbers, NULL is 0.
 * Nullables are their base's value, null or undefined.
 */
export type Held =
  | number
  | bigint
  | boolean
  | string
  | null
  | undefined
  | TypedArray
  | ArrayBuffer
  | DataView
  | HeapObject
  | HeapArray
  | Closure;

/** An object of the collected heap. */
export class HeapObject {
  readonly type: ObjectType;
  /** By the name of the field; in low graphs by name and part, see `partKey`. */
  readonly fields = new Map<string, Held>();
  constructor(type: ObjectType) {
    this.type = type;
  }
}

/** A `T[]`: one list in high graphs, one for each part of the items in low ones. */
export class HeapArray {
  readonly parts: readonly Held[][];
  constructor(parts: readonly Held[][]) {
    this.parts = parts;
  }
  get length(): number {
    return this.parts[0]?.length ?? 0;
  }
}

export class Closure {
  readonly callee: string;
  /** In low graphs all parts, one after the other. */
  readonly captured: readonly Held[];
  constructor(callee: string, captured: readonly Held[]) {
    this.callee = callee;
    this.captured = captured;
  }
}

/** All that lives longer than one op: an environment and the memory of its process. */
export interface State {
  readonly unit: Unit;
  readonly memory: Memory;
  readonly buffers: Buffers;
  readonly globals: ReadonlyMap<string, GlobalVariable>;
  /** In high units one value each; in low ones the parts of the representation. */
  readonly stored: Map<string, Held[]>;
  /** What rposix has saved: errno, and the other one. */
  readonly errno: [number, number];
  /** The error that came in through an `exception` link last. */
  pending: Raise | null;
  /** What `host_field` has told of the error that leaves, and of its causes. */
  readonly told: Map<string, unknown>[];
  /** What JavaScript has given, for `host_call`. */
  readonly host: {
    call: (() => void) | null;
    /** Which places of live values are free (`runtime/prelude/host.ll`). */
    links: Int32Array | null;
  };
}

/** The results of an op, one each. */
export type Evaluator = (args: readonly Held[], op: Op, state: State) => readonly Held[];

/** The graph does what the interpreter cannot follow, or what is undefined behaviour. */
export class InterpreterError extends Error {
  override readonly name = 'InterpreterError';
}

/** An error on its way through the frames: of an operation, or an object of the program. */
export class Raise {
  readonly error: Error | HeapObject;
  constructor(error: Error | HeapObject) {
    this.error = error;
  }
}

export const CONSTRUCTORS: {
  readonly [N in ErrorName]: new (message: string, options?: { cause: Error }) => Error;
} = {
  Error,
  RangeError,
  TypeError,
  SyntaxError,
  EvalError,
  URIError,
  ReferenceError,
};

/** Raises with `{0}` and `{1}` replaced by the arguments as JavaScript prints them; without a template: by the text. */
export function raise({ error, template }: RaisedError, ...args: readonly Held[]): never {
  // isize and usize are numbers to JavaScript, rounded beyond 2^53.
  const text = (index: number): string => {
    const arg = args[index];
    return String(typeof arg === 'bigint' ? Number(arg) : arg);
  };
  const message = template?.replace(/\{([01])\}/g, (_, digit) => text(Number(digit))) ?? text(0);
  throw new Raise(new CONSTRUCTORS[error](message));
}

// Operands of known kinds; anything else is a graph that `verify` refuses.

const wrong = (what: string, value: Held): never => {
  throw new InterpreterError(`${what} expected, not ${String(value)}`);
};
export const asNumber = (value: Held): number =>
  typeof value === 'number' ? value : wrong('a number', value);
export const asString = (value: Held): string =>
  typeof value === 'string' ? value : wrong('a string', value);
/** isize and other 64-bit integers as JavaScript indices. */
export const asIndex = (value: Held): number =>
  typeof value === 'bigint' ? Number(value) : wrong('a 64-bit integer', value);
export const asTypedArray = (value: Held): TypedArray =>
  ArrayBuffer.isView(value) && !(value instanceof DataView) ? value : wrong('a typed array', value);
export const asBuffer = (value: Held): ArrayBuffer =>
  value instanceof ArrayBuffer ? value : wrong('an ArrayBuffer', value);
export const asDataView = (value: Held): DataView =>
  value instanceof DataView ? value : wrong('a DataView', value);
export const asObject = (value: Held): HeapObject =>
  value instanceof HeapObject ? value : wrong('an object', value);
export const asArray = (value: Held): HeapArray =>
  value instanceof HeapArray ? value : wrong('an array', value);
export const asClosure = (value: Held): Closure =>
  value instanceof Closure ? value : wrong('a closure', value);
/** The backing store of a view; shared memory does not get past the boundary. */
export const bufferOf = (view: TypedArray | DataView): ArrayBuffer =>
  view.buffer instanceof ArrayBuffer ? view.buffer : wrong('an ArrayBuffer', undefined);
