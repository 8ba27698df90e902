// Function objects: what libraries and prototypes give. They can be called, and hold a C function pointer.
import type { CallbackPtr } from '../_ffi/callback-ptr.ts';
import { get_errno as ffiErrno, set_errno as setFfiErrno } from '../_ffi/errno.ts';
import { FuncPtr } from '../_ffi/func-ptr.ts';
import { type FfiType, types } from '../_ffi/types.ts';
import { addressIn, setAddressIn } from './address-cell.ts';
import { CData, type CType, isType, type TypeInfo } from './cdata.ts';
import {
  type Converter,
  converterOf,
  type Parameter,
  type Passed,
  passDefault,
  type Receiver,
  receiverOf,
} from './convert.ts';
import { ArgumentError, nullAccess, show } from './errors.ts';
import { allocate, Memory } from './memory.ts';

/** A type, null for `void`, or a function that is given the `int`. */
export type Restype = CType | null | ((result: number) => unknown);
export type Errcheck = (result: unknown, func: CFunction, args: readonly unknown[]) => unknown;

export interface CFunction extends CData {
  (...args: readonly unknown[]): unknown;
  get argtypes(): readonly Parameter[] | null;
  set argtypes(value: readonly Parameter[] | null);
  restype: Restype;
  errcheck: Errcheck | null;
  /** Of a callback: C must not call it any more. */
  free(): void;
}

export type ParamFlag = readonly [flags: number, name?: string | null, value?: unknown];

let ownErrno = 0;

/** The copy of errno that functions with `use_errno` swap with C's. */
export const get_errno = (): number => ownErrno;
export function set_errno(value: number): number {
  const before = ownErrno;
  ownErrno = value | 0;
  return before;
}

export interface Call {
  readonly address: number;
  readonly name: string;
  readonly useErrno: boolean;
}

type Raw = (...args: readonly unknown[]) => unknown;

/** How a function of given types is called: made again when they change. */
export class Caller {
  readonly call: Call;
  readonly #argtypes: readonly Parameter[] | null;
  readonly #converters: readonly Converter[];
  readonly #receiver: Receiver;
  readonly #raw: Raw | null;
  /** By the types of the arguments, where those decide. */
  readonly #byTypes = new Map<string, Raw>();

  constructor(call: Call, argtypes: readonly Parameter[] | null, restype: Restype) {
    this.call = call;
    this.#argtypes = argtypes;
    this.#converters = (argtypes ?? []).map(converterOf);
    this.#receiver =
      restype === null || isType(restype)
        ? receiverOf(restype)
        : { type: types.sint, receive: restype as (value: unknown) => unknown };
    const fixed = this.#converters.map(({ type }) => type);
    this.#raw =
      argtypes && fixed.every((type) => type !== null) ? this.#prepare(fixed as FfiType[]) : null;
  }

  #prepare(args: readonly FfiType[]): Raw {
    const { address, name } = this.call;
    return FuncPtr.fromaddr(address, name, args, this.#receiver.type) as unknown as Raw;
  }

  run(args: readonly unknown[]): unknown {
    const { useErrno } = this.call;
    const given = this.#raw && args.length === this.#converters.length;
    const [raw, values] = given ? [this.#raw, this.#fixed(args)] : this.#dynamic(args);
    if (useErrno) setFfiErrno(ownErrno);
    const result = (raw as Raw)(...values);
    if (useErrno) ownErrno = ffiErrno();
    held = null;
    const { receive } = this.#receiver;
    return receive ? receive(result) : result;
  }

  #fixed(args: readonly unknown[]): unknown[] {
    const values: unknown[] = [];
    for (let index = 0; index < args.length; index++)
      values.push(this.#convert(index, args[index]));
    held = args;
    return values;
  }

  #convert(index: number, value: unknown): unknown {
    try {
      const converter = this.#converters[index];
      return converter ? converter.convert(value) : passDefault(value);
    } catch (error) {
      const { message } = error as Error;
      throw new ArgumentError(`${this.call.name}() argument ${index + 1}: ${message}`, {
        cause: error,
      });
    }
  }

  #dynamic(args: readonly unknown[]): [Raw, unknown[]] {
    const least = this.#argtypes?.length ?? 0;
    if (args.length < least) {
      const noun = least === 1 ? 'argument' : 'arguments';
      throw new TypeError(
        `${this.call.name}() takes at least ${least} ${noun} (${args.length} given)`,
      );
    }
    const passed = args.map((value, index): Passed => {
      const converted = this.#convert(index, value);
      const type = this.#converters[index]?.type;
      return type ? { type, value: converted } : (converted as Passed);
    });
    held = args;
    const key = passed.map(({ type }) => idOf(type)).join();
    let raw = this.#byTypes.get(key);
    if (!raw) this.#byTypes.set(key, (raw = this.#prepare(passed.map(({ type }) => type))));
    return [raw, passed.map(({ value }) => value)];
  }
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

/** What a function object remembers besides its pointer. */
export interface State {
  name: string;
  useErrno: boolean;
  argtypes: readonly Parameter[] | null;
  restype: Restype;
  errcheck: Errcheck | null;
  flags: readonly ParamFlag[] | null;
  callback: CallbackPtr<readonly FfiType[], FfiType> | null;
  caller: Caller | null;
}

const states = new WeakMap<object, State>();

export function stateOf(value: object): State {
  const state = states.get(value);
  if (!state) throw new TypeError(`not a function object: ${show(value)}`);
  return state;
}

export interface FunctionType extends CType<CFunction, CFunction, CFunction | null> {
  (...args: readonly unknown[]): CFunction;
  new (...args: readonly unknown[]): CFunction;
  readonly _argtypes_: readonly CType[] | null;
  readonly _restype_: Restype;
  readonly _use_errno_: boolean;
}

function callerOf(self: CData, state: State): Caller {
  const address = addressIn(self);
  if (address === 0) nullAccess(`${state.name}()`);
  if (state.caller?.call.address === address) return state.caller;
  const { name, useErrno, argtypes, restype } = state;
  return (state.caller = new Caller({ address, name, useErrno }, argtypes, restype));
}

/** A function object that lies there. */
export function functionAt(
  type: CType,
  view: DataView | null,
  at: number,
  memory: Memory,
): CFunction {
  const { _argtypes_, _restype_, _use_errno_ } = type as unknown as FunctionType;
  const state: State = {
    name: type.name,
    useErrno: _use_errno_,
    argtypes: _argtypes_,
    restype: _restype_,
    errcheck: null,
    flags: null,
    callback: null,
    caller: null,
  };
  const made = function (...args: readonly unknown[]): unknown {
    const given = state.flags ? expand(state, args) : args;
    const result = callerOf(made, state).run(given);
    return state.errcheck || state.flags ? finish(made, state, result, given) : result;
  } as unknown as CFunction;
  Object.setPrototypeOf(made, type.prototype as object);
  Object.assign(made, { _view: view, _at: at, _memory: memory });
  states.set(made, state);
  return made;
}

export const newFunction = (type: CType): CFunction =>
  functionAt(type, allocate(8), 0, new Memory());

const [IN, OUT, ZERO] = [1, 2, 4];

/** The arguments with those that are only results, and with defaults. */
function expand({ flags, argtypes, name }: State, given: readonly unknown[]): unknown[] {
  const last = given.at(-1);
  const isNamed = typeof last === 'object' && Object.getPrototypeOf(last) === Object.prototype;
  const named = isNamed ? (last as Readonly<Record<string, unknown>>) : {};
  const rest = isNamed ? given.slice(0, -1) : [...given];
  const all = (flags ?? []).map(([flag, key, value], index) => {
    const target = (argtypes?.[index] as { readonly _type_?: CType } | undefined)?._type_;
    if ((flag & (OUT | IN)) === OUT) {
      if (!target) throw new TypeError(`${name}() argument ${index + 1}: 'out' must be a pointer`);
      return new (target as unknown as new () => CData)();
    }
    if (rest.length > 0) return inOut(flag, target, rest.shift());
    if (key && Object.hasOwn(named, key)) return inOut(flag, target, named[key]);
    if (value !== undefined) return value;
    if ((flag & ZERO) !== 0) return 0;
    throw new TypeError(`${name}(): required argument '${key ?? index + 1}' is missing`);
  });
  if (rest.length > 0) throw new TypeError(`${name}() takes ${all.length - rest.length} arguments`);
  return all;
}

function inOut(flag: number, target: CType | undefined, value: unknown): unknown {
  if ((flag & OUT) === 0 || !target || value instanceof CData) return value;
  return new (target as unknown as new (value: unknown) => CData)(value);
}

function finish(
  self: CFunction,
  { errcheck, flags }: State,
  result: unknown,
  args: readonly unknown[],
): unknown {
  const checked = errcheck ? errcheck(result, self, args) : result;
  const outputs = args.filter((_, index) => ((flags?.[index]?.[0] ?? 0) & OUT) !== 0);
  if (outputs.length === 0 || checked !== result) return checked;
  const values = outputs.map((one) =>
    'value' in (one as object) ? (one as { value: unknown }).value : one,
  );
  return values.length === 1 ? values[0] : values;
}

/** The base of function objects. */
export class FunctionData extends CData {
  static override _describe(type: CType): TypeInfo {
    return {
      name: type.name,
      size: 8,
      alignment: 8,
      kind: 'function',
      ffi: types.void_p,
      get: (holder, offset) => {
        const kept = holder._memory.keep?.get(holder._at + offset);
        const made = functionAt(type, holder._view, holder._at + offset, holder._memory);
        if (kept instanceof FunctionData) stateOf(made).name = stateOf(kept).name;
        return made;
      },
      set: (holder, offset, value) => {
        if (value !== null && !(value instanceof (type as unknown as typeof FunctionData)))
          throw new TypeError(`${type.name} instance expected, got ${show(value)}`);
        setAddressIn(holder, offset, value === null ? 0 : addressIn(value), value);
      },
      leaves: (at) => [
        {
          at,
          size: 8,
          kind: 'integer',
        },
      ],
    };
  }

  get argtypes(): readonly Parameter[] | null {
    return stateOf(this).argtypes;
  }
  set argtypes(value: readonly Parameter[] | null) {
    if (value !== null && !Array.isArray(value))
      throw new TypeError('argtypes must be an array of types, or null');
    value?.forEach(converterOf);
    Object.assign(stateOf(this), { argtypes: value, caller: null });
  }

  get restype(): Restype {
    return stateOf(this).restype;
  }
  set restype(value: Restype) {
    if (value !== null && typeof value !== 'function')
      throw new TypeError('restype must be a type, a function, or null');
    if (isType(value)) receiverOf(value);
    Object.assign(stateOf(this), { restype: value, caller: null });
  }

  get errcheck(): Errcheck | null {
    return stateOf(this).errcheck;
  }
  set errcheck(value: Errcheck | null) {
    if (value !== null && typeof value !== 'function')
      throw new TypeError('errcheck must be a function, or null');
    stateOf(this).errcheck = value;
  }

  /** C must not call it any more: a call is an error from now on. */
  free(): void {
    const { callback, name } = stateOf(this);
    if (!callback) throw new TypeError(`${name} is no callback`);
    callback.free();
  }

  get isNull(): boolean {
    return addressIn(this) === 0;
  }
}
