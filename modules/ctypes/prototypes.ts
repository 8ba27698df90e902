// `CFUNCTYPE`: types of functions, which make function objects of addresses, of symbols, and of JavaScript functions.
import { CallbackPtr } from '../_ffi/callback-ptr.ts';
import { settle } from '../_ffi/owed.ts';
import { setAddressIn } from './address-cell.ts';
import type { TypedFunctionType } from './typed-function.ts';
import { callbackKind, type JsFunction } from './callback.ts';
import type { CType, SymbolSource } from './cdata.ts';
import { show } from './errors.ts';
import {
  freeUnreferenced,
  FunctionData,
  type FunctionType,
  newFunction,
  type ParamFlag,
  stateOf,
  type CFunction,
} from './function.ts';
import { TypeCache } from './type-cache.ts';

const byTypes = new TypeCache<string, FunctionType>();
const ids = new WeakMap<object, number>();
let lastId = 0;

function idOf(type: CType | null): number {
  if (type === null) return 0;
  let id = ids.get(type);
  if (id === undefined) ids.set(type, (id = ++lastId));
  return id;
}

export interface PrototypeOptions {
  readonly use_errno?: boolean;
  /** As for a library. */
  readonly releasegil?: boolean;
}

/** The type of functions with these types: the same each time. An object at the end has options. */
export function CFUNCTYPE<R extends CType | null, const A extends readonly CType[]>(
  restype: R,
  ...args: A
): TypedFunctionType<A, R>;
export function CFUNCTYPE<R extends CType | null, const A extends readonly CType[]>(
  restype: R,
  ...args: readonly [...A, PrototypeOptions]
): TypedFunctionType<A, R>;
export function CFUNCTYPE(
  restype: CType | null,
  ...args: readonly (CType | PrototypeOptions)[]
): unknown {
  const last = args.at(-1);
  const options: PrototypeOptions = typeof last === 'object' ? (last as PrototypeOptions) : {};
  const argtypes = args.filter((one): one is CType => typeof one === 'function');
  if (argtypes.length !== args.length - (typeof last === 'object' ? 1 : 0))
    throw new TypeError('CFUNCTYPE() takes types');
  const { use_errno = false, releasegil = false } = options;
  const key = [use_errno, releasegil, ...[restype, ...argtypes].map(idOf)].join();
  return byTypes.get(key, () => functionType({ restype, argtypes, use_errno, releasegil }));
}

interface Signature {
  readonly restype: CType | null;
  readonly argtypes: readonly CType[] | null;
  readonly use_errno: boolean;
  readonly releasegil: boolean;
}

function functionType(signature: Signature, name = 'CFunctionType'): FunctionType {
  const type = function (...args: readonly unknown[]): CFunction {
    return make(type, args);
  } as unknown as FunctionType;
  Object.setPrototypeOf(type, FunctionData);
  const prototype: unknown = Object.create(FunctionData.prototype, {
    constructor: { value: type, writable: true, configurable: true },
  });
  Object.defineProperties(type, {
    name: { value: name },
    prototype: { value: prototype },
    _argtypes_: { value: signature.argtypes },
    _restype_: { value: signature.restype },
    _use_errno_: { value: signature.use_errno },
    _releasegil_: { value: signature.releasegil },
  });
  return type;
}

/** The type of the functions of a library: `int` of anything. */
export const libraryFunctionType = (
  int: CType,
  options: Required<PrototypeOptions>,
): FunctionType => functionType({ restype: int, argtypes: null, ...options }, '_FuncPtr');

function make(type: FunctionType, args: readonly unknown[]): CFunction {
  const [source, flags] = args;
  const made = newFunction(type, typeof source !== 'function');
  const state = stateOf(made);
  if (source === undefined || source === null) return made;
  if (typeof source === 'number') {
    if (!Number.isSafeInteger(source) || source < 0)
      throw new TypeError(`${type.name}: an address expected, got ${source}`);
    setAddressIn(made, 0, source, null);
  } else if (Array.isArray(source)) {
    const [name, library] = source as unknown as readonly [string, SymbolSource];
    state.name = name;
    setAddressIn(made, 0, library.address_of(name), library);
  } else if (typeof source === 'function') callback(type, made, source as JsFunction);
  else
    throw new TypeError(
      `${type.name}: a function, an address or [name, library] expected, got ${show(source)}`,
    );
  if (flags !== undefined) state.flags = checkedFlags(type, flags);
  return made;
}

function checkedFlags(type: FunctionType, flags: unknown): readonly ParamFlag[] {
  const count = type._argtypes_?.length;
  if (!Array.isArray(flags)) throw new TypeError('paramflags must be an array');
  if (count !== undefined && flags.length !== count)
    throw new RangeError(`paramflags must have ${count} items, as argtypes has`);
  for (const item of flags as readonly unknown[])
    if (!Array.isArray(item) || ![1, 2, 3, 4, 5].includes(item[0] as number))
      throw new TypeError('an item of paramflags is [flags, name, default] with flags 1 to 5');
  return flags as readonly ParamFlag[];
}

function callback(type: FunctionType, made: CFunction, run: JsFunction): void {
  const { args, result, adapt } = callbackKind(
    type,
    type._argtypes_ ?? [],
    type._restype_ as CType | null,
  );
  const adapted = adapt(run);
  Object.defineProperty(adapted, 'name', { value: run.name });
  const pointer = new CallbackPtr(adapted as never, args, result);
  const state = stateOf(made);
  state.callback = pointer as unknown as typeof state.callback;
  state.name = pointer.name;
  setAddressIn(made, 0, pointer.getaddr(), null);
  // The collector frees it.
  settle(pointer);
  freeUnreferenced(made, pointer);
}
