// Function objects: what libraries and prototypes give. They can be called, and hold a C function pointer.
import type { CallbackPtr } from '../_ffi/callback-ptr.ts';
import { generate } from '../_ffi/support.ts';
import { type FfiType, types } from '../_ffi/types.ts';
import { addressIn, setAddressIn } from './address-cell.ts';
import { Caller, type Raw, type Restype } from './caller.ts';
import { CData, type CType, isType, type TypeInfo } from './cdata.ts';
import { converterOf, type Parameter, receiverOf } from './convert.ts';
import { nullAccess, show } from './errors.ts';
import { Memory, newBlock } from './memory.ts';
import { preparedCall, preparedFor } from './prepared-call.ts';

export type Errcheck = (result: unknown, func: FunctionObject, args: readonly unknown[]) => unknown;

/** A function object, whatever it takes. */
export interface FunctionObject extends CData {
  get argtypes(): readonly Parameter[] | null;
  set argtypes(value: readonly Parameter[] | null);
  restype: Restype;
  errcheck: Errcheck | null;
  /** Of a callback: C must not call it any more. */
  free(): void;
}

/** Of a library: its types may change, so that calls are checked when they are made. */
export interface CFunction extends FunctionObject {
  (...args: readonly unknown[]): unknown;
}

export type ParamFlag = readonly [flags: number, name?: string | null, value?: unknown];

/** What a function object remembers besides its pointer. */
export interface State {
  name: string;
  useErrno: boolean;
  releasegil: boolean;
  argtypes: readonly Parameter[] | null;
  restype: Restype;
  errcheck: Errcheck | null;
  flags: readonly ParamFlag[] | null;
  callback: CallbackPtr<readonly FfiType[], FfiType> | null;
  caller: Caller | null;
  /** How often calls without `argtypes` have been prepared. */
  prepared: number;
  /** Others know where its pointer lies, and may change it. */
  isSeen: boolean;
  /** Makes another function the one that runs; null for an object that is not made for many calls. */
  use: ((call: Raw) => void) | null;
}

const states = new WeakMap<object, State>();

export function stateOf(value: object): State {
  const state = states.get(value);
  if (!state) throw new TypeError(`not a function object: ${show(value)}`);
  return state;
}

export interface FunctionType extends CType<CFunction, CFunction, FunctionObject | null> {
  (...args: readonly unknown[]): CFunction;
  new (...args: readonly unknown[]): CFunction;
  readonly _argtypes_: readonly CType[] | null;
  readonly _restype_: Restype;
  readonly _use_errno_: boolean;
  readonly _releasegil_: boolean;
}

function callerOf(self: CData, state: State): Caller {
  const address = addressIn(self);
  if (address === 0) nullAccess(`${state.name}()`);
  if (state.caller?.call.address === address) return state.caller;
  const { name, useErrno, releasegil, argtypes, restype } = state;
  const call = { address, name, useErrno, releasegil };
  return (state.caller = new Caller(call, argtypes, restype));
}

/** Any call. */
function callAny(self: CFunction, state: State, args: readonly unknown[]): unknown {
  const given = state.flags ? expand(state, args) : args;
  const result = callerOf(self, state).run(given);
  return state.errcheck || state.flags ? finish(self, state, result, given) : result;
}

/** After so many calls that the prepared one did not take, no other is prepared. */
const MOST_PREPARED = 4;

/** The first call after a change of the types: others like it are prepared. */
function callFirst(self: CFunction, state: State, args: readonly unknown[]): unknown {
  const other = (given: ArrayLike<unknown>): unknown => {
    const values = Array.from(given);
    if (!state.argtypes && ++state.prepared < MOST_PREPARED) return callFirst(self, state, values);
    return callAny(self, state, values);
  };
  const result = callAny(self, state, args);
  const { caller, errcheck, flags, argtypes } = state;
  // A callback has changed the types meanwhile.
  if (!caller) return result;
  const call =
    errcheck || flags || state.isSeen
      ? null
      : argtypes
        ? preparedCall(caller, other)
        : preparedFor(caller, args, other);
  state.use?.(call ?? ((...given) => other(given)));
  return result;
}

/** The types have changed. */
function reset(self: FunctionData, change: Partial<State>): void {
  const state = stateOf(self);
  Object.assign(state, change, { caller: null, prepared: 0 });
  state.use?.((...args) => callFirst(self as unknown as CFunction, state, args));
}

/** A function object that lies there. `isCalled`: it is made for many calls. */
export function functionAt(
  type: CType,
  view: DataView | null,
  at: number,
  { memory, isCalled }: { readonly memory: Memory; readonly isCalled: boolean },
): CFunction {
  const { _argtypes_, _restype_, _use_errno_, _releasegil_ } = type as unknown as FunctionType;
  const state: State = {
    name: type.name,
    useErrno: _use_errno_,
    releasegil: _releasegil_,
    argtypes: _argtypes_,
    restype: _restype_,
    errcheck: null,
    flags: null,
    callback: null,
    caller: null,
    prepared: 0,
    isSeen: false,
    use: null,
  };
  const first = (...args: readonly unknown[]): unknown => callFirst(made, state, args);
  const any = (...args: readonly unknown[]): unknown => callAny(made, state, args);
  const made = (isCalled ? callable(state, first) : any) as unknown as CFunction;
  Object.setPrototypeOf(made, type.prototype as object);
  Object.assign(made, { $view: view, $at: at, $memory: memory });
  states.set(made, state);
  return made;
}

/** Its text is its own, so that V8 knows what it calls. At each use of a `let` V8 tests whether it has a value. */
function callable(state: State, first: Raw): Raw {
  const source = `var call = first; state.use = (next) => { call = next; };
return function (...args) { return call(...args); };`;
  return generate(source, { state, first }) as Raw;
}

export function newFunction(type: CType, isCalled: boolean): CFunction {
  const memory = new Memory();
  const view = newBlock(8, memory);
  return functionAt(type, view, memory.start, { memory, isCalled });
}

const [IN, OUT, ZERO] = [1, 2, 4];

/** The arguments with those that are only results, and with defaults. */
function expand({ flags, argtypes, name }: State, given: readonly unknown[]): unknown[] {
  const last = given.at(-1);
  const isNamed =
    typeof last === 'object' && last !== null && Object.getPrototypeOf(last) === Object.prototype;
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

/** A callback that nothing refers to any more is freed. */
const unreferenced = new FinalizationRegistry<{ free(): void }>((callback) => callback.free());

export const freeUnreferenced = (made: CFunction, callback: { free(): void }): void =>
  unreferenced.register(made, callback, made);

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
        const kept = holder.$memory.keep?.get(holder.$at + offset);
        const made = functionAt(type, holder.$view, holder.$at + offset, {
          memory: holder.$memory,
          isCalled: false,
        });
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

  /** Null is a NULL pointer. */
  static override from_param(this: CType, value: unknown): unknown {
    return value === null ? null : CData.from_param.call(this, value);
  }

  get argtypes(): readonly Parameter[] | null {
    return stateOf(this).argtypes;
  }
  set argtypes(value: readonly Parameter[] | null) {
    if (value !== null && !Array.isArray(value))
      throw new TypeError('argtypes must be an array of types, or null');
    value?.forEach(converterOf);
    reset(this, { argtypes: value });
  }

  get restype(): Restype {
    return stateOf(this).restype;
  }
  set restype(value: Restype) {
    if (value !== null && typeof value !== 'function')
      throw new TypeError('restype must be a type, a function, or null');
    if (isType(value)) receiverOf(value);
    reset(this, { restype: value });
  }

  get errcheck(): Errcheck | null {
    return stateOf(this).errcheck;
  }
  set errcheck(value: Errcheck | null) {
    if (value !== null && typeof value !== 'function')
      throw new TypeError('errcheck must be a function, or null');
    reset(this, { errcheck: value });
  }

  /** C must not call it any more: a call is an error from now on. */
  free(): void {
    const { callback, name } = stateOf(this);
    if (!callback) throw new TypeError(`${name} is no callback`);
    callback.free();
    unreferenced.unregister(this);
  }

  override getaddr(): number {
    if (!stateOf(this).isSeen) reset(this, { isSeen: true });
    return super.getaddr();
  }

  get isNull(): boolean {
    return addressIn(this) === 0;
  }
}
