// The types of a function → calls of it: arguments are converted, `_ffi` calls, the result is received. Any number of arguments of any
// types; modules/ctypes/prepared-call.ts has what is faster.
import { FuncPtr } from '../_ffi/func-ptr.ts';
import { type FfiType, types } from '../_ffi/types.ts';
import { type CType, isType } from './cdata.ts';
import {
  type Converter,
  converterOf,
  type Parameter,
  type Passed,
  passDefault,
  type Receiver,
  receiverOf,
  Wide,
} from './convert.ts';
import { swapIn, swapOut } from './errno.ts';
import { ArgumentError } from './errors.ts';

/** A type, null for `void`, or a function that is given the `int`. */
export type Restype = CType | null | ((result: number) => unknown);

export interface Call {
  readonly address: number;
  readonly name: string;
  readonly useErrno: boolean;
  readonly releasegil: boolean;
}

export type Raw = (...args: readonly unknown[]) => unknown;

/** How a function of given types is called: made again when they change. */
export class Caller {
  readonly call: Call;
  readonly argtypes: readonly Parameter[] | null;
  readonly converters: readonly Converter[];
  readonly receiver: Receiver;
  readonly raw: Raw | null;
  /** By the types of the arguments, where those decide. */
  readonly #byTypes = new Map<string, Raw>();

  constructor(call: Call, argtypes: readonly Parameter[] | null, restype: Restype) {
    this.call = call;
    this.argtypes = argtypes;
    this.converters = (argtypes ?? []).map(converterOf);
    this.receiver =
      restype === null || isType(restype)
        ? receiverOf(restype)
        : { type: types.sint, receive: restype as (value: unknown) => unknown };
    const fixed = this.converters.map(({ type }) => type);
    this.raw =
      argtypes && fixed.every((type) => type !== null) ? this.#prepare(fixed as FfiType[]) : null;
  }

  #prepare(args: readonly FfiType[]): Raw {
    const { address, name, useErrno: errno, releasegil } = this.call;
    const { type } = this.receiver;
    return FuncPtr.fromaddr(address, name, args, type, { errno, releasegil }) as unknown as Raw;
  }

  run(args: readonly unknown[]): unknown {
    const isFixed = this.raw !== null && args.length === this.converters.length;
    const [raw, values] = isFixed ? this.#fixed(args) : this.#dynamic(args);
    const before = held;
    held = args;
    try {
      const { useErrno } = this.call;
      if (useErrno) swapIn();
      const result = raw(...values);
      if (useErrno) swapOut();
      const { receive } = this.receiver;
      return receive ? receive(result) : result;
    } finally {
      held = before;
    }
  }

  #fixed(args: readonly unknown[]): readonly [Raw, readonly unknown[]] {
    const values = args.map((value, index) => this.convert(index, value));
    if (!values.some((value) => value instanceof Wide)) return [this.raw as Raw, values];
    return this.#passing(values.map((value, index) => passedAs(this.converters[index], value)));
  }

  #passing(passed: readonly Passed[]): readonly [Raw, readonly unknown[]] {
    return [this.rawOf(passed.map(({ type }) => type)), passed.map(({ value }) => value)];
  }

  /** What goes wrong names the function and the argument. */
  convert(index: number, value: unknown): unknown {
    try {
      const converter = this.converters[index];
      return converter ? converter.convert(value) : passDefault(value);
    } catch (error) {
      const { message } = error as Error;
      throw new ArgumentError(`${this.call.name}() argument ${index + 1}: ${message}`, {
        cause: error,
      });
    }
  }

  #dynamic(args: readonly unknown[]): readonly [Raw, readonly unknown[]] {
    const least = this.argtypes?.length ?? 0;
    if (args.length < least) {
      const noun = least === 1 ? 'argument' : 'arguments';
      throw new TypeError(
        `${this.call.name}() takes at least ${least} ${noun} (${args.length} given)`,
      );
    }
    return this.#passing(
      args.map((value, index) => passedAs(this.converters[index], this.convert(index, value))),
    );
  }

  /** The call for arguments of these types, made once. */
  rawOf(types: readonly FfiType[]): Raw {
    const key = types.map(idOf).join();
    let raw = this.#byTypes.get(key);
    if (!raw) this.#byTypes.set(key, (raw = this.#prepare(types)));
    return raw;
  }
}

/** `value`: what `convert` has given. */
function passedAs(converter: Converter | undefined, value: unknown): Passed {
  if (value instanceof Wide) return { type: types.ulong, value: value.value };
  return converter?.type ? { type: converter.type, value } : (value as Passed);
}

/** The arguments of the call that goes on: what they point to lives until it has returned. */
export let held: readonly unknown[] | null = null;

const ids = new WeakMap<FfiType, number>();
let lastId = 0;
function idOf(type: FfiType): number {
  let id = ids.get(type);
  if (id === undefined) ids.set(type, (id = ++lastId));
  return id;
}
