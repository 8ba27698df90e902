// `rffi.llexternal(…)`: a C function's name and types → a callable that carries its CFunction. The compiler reads the
// CFunction; called untranslated it runs `_callable`, or says why it cannot.
import { requireFits } from '../lltype/c-range.ts';
import { checkSignature, makePtr } from '../lltype/constructors.ts';
import { callNative } from '../lltype/native-call.ts';
import {
  containerOf,
  isPointer,
  load,
  requiredPointer,
  requirePointer,
  store,
} from '../lltype/pointer.ts';
import { RFFI_PRIMITIVES } from '../lltype/primitives.ts';
import { CONVERSIONS } from '../numbers.ts';
import type {
  CFunction,
  DeclarationSite,
  ExternalCompilationInfo,
  LowLevelType,
  Ptr,
} from '../lltype/types.ts';
import { compilationInfo, isCompilationInfo } from './compilation-info.ts';
import { POINTER_TYPES } from './c-types.ts';
import { RFFI_ERR } from '../lltype/errno-flags.ts';
import { checkSaveErr, withErrno } from './errno.ts';
import { type Declared, marshallingOf, typeOfDeclared } from './annotations.ts';
import { externalFunction, type ExternalFunction } from './c-function.ts';
import { marshalled } from './marshalling.ts';
import { addressOfFunction } from './libraries.ts';

/** RPython's keywords of llexternal that have a meaning here, and `variadic`. */
export interface ExternalOptions {
  readonly compilation_info?: ExternalCompilationInfo;
  /** True, or the C text that the wrapper calls in place of the name. */
  readonly macro?: boolean | string;
  readonly save_err?: number;
  readonly variadic?: boolean;
  readonly elidable_function?: boolean;
  readonly random_effects_on_gcobjs?: boolean;
  readonly calling_conv?: 'c';
  readonly releasegil?: boolean;
  readonly sandboxsafe?: boolean;
  readonly _callable?: (...args: never) => unknown;
  /** Of printed programs: the symbol that the build has compiled. */
  readonly _symbol?: string;
  /** Of printed programs and of variables: see `CFunction.use`. */
  readonly _use?: CFunction['use'];
}

/** What the build knows of the file that declares. */
export interface ExternalPlace {
  readonly declaredAt?: () => DeclarationSite | null;
  readonly isCore?: boolean;
}

/** Functions of the prelude; they take the environment before what is declared. */
const PRELUDE_NAME = /^mm(\.\w+)+$/;
const FLAGS = [
  'variadic',
  'elidable_function',
  'random_effects_on_gcobjs',
  'releasegil',
  'sandboxsafe',
] as const;
const OPTIONS: ReadonlySet<string> = new Set([
  'compilation_info',
  'macro',
  'save_err',
  'calling_conv',
  '_callable',
  '_symbol',
  '_use',
  ...FLAGS,
]);

export function llexternal(
  name: string,
  declaredArgs: readonly Declared[],
  declaredResult: Declared,
  options: ExternalOptions = {},
  place: ExternalPlace = {},
): ExternalFunction {
  checkName(name, place.isCore ?? false);
  if (!Array.isArray(declaredArgs))
    throw new TypeError(`the argument types of ${name} must be an array`);
  const args: readonly LowLevelType[] = declaredArgs.map(typeOfDeclared);
  const result = typeOfDeclared(declaredResult);
  checkSignature(name, args, result);
  checkOptions(name, options);
  const { macro = false, elidable_function: elidable = false } = options;
  const info = options.compilation_info ?? compilationInfo({});
  const text = macro === false ? null : macro === true ? name : macro;
  const data: CFunction = Object.freeze({
    kind: 'c-function',
    name,
    args: Object.freeze([...args]),
    result,
    variadic: options.variadic ?? false,
    fixed: args.length,
    pointer: false,
    compilation_info: info,
    macro: text,
    symbol: options._symbol ?? (text === null ? name : wrapperSymbol(name, text, info)),
    save_err: checkSaveErr(name, options.save_err ?? RFFI_ERR.RFFI_ERR_NONE),
    elidable,
    leaf: elidable || options.random_effects_on_gcobjs === false,
    releasegil: options.releasegil ?? false,
    hasCallable: options._callable !== undefined,
    marshalling: marshallingOf(name, declaredArgs, declaredResult),
    use: options._use ?? 'call',
    declaredAt: place.declaredAt?.() ?? null,
  });
  const callable: ((...args: never) => unknown) | undefined = options._callable;
  const call = (...values: readonly unknown[]): unknown => {
    if (!callable) return callC(data, values);
    args.forEach((type, index) =>
      requireFits(type, values[index], `argument ${index + 1} of ${name}`),
    );
    return asResult(data, Reflect.apply(callable, undefined, values));
  };
  const end = (release: CFunction, pointer: unknown): void => void callC(release, [pointer]);
  return externalFunction((...values) => marshalled(data, values, call, end), call, data);
}

/** What a stand-in returned, as C would: wrapped to the width of the declared result. */
function asResult({ name, result }: CFunction, value: unknown): unknown {
  if (result.kind === 'ptr') return requirePointer(value, result.to);
  if (result.kind === 'struct') return requirePointer(isPointer(value) ? value : undefined, result);
  if (result.kind !== 'primitive' || result.machine === 'void') return undefined;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return CONVERSIONS[result.value](value);
  throw new TypeError(`the _callable of ${name} must return ${result.name}, got ${typeof value}`);
}

/** Further arguments of a variadic function: what they are says how they are passed. */
function callC(data: CFunction, values: readonly unknown[]): unknown {
  const address = addressOfFunction(data);
  if (data.use !== 'call') return usePlace(data, address, values);
  const further = data.variadic ? values.slice(data.fixed).map(furtherType) : [];
  const signature = further.length > 0 ? callShape(data, further) : data;
  return withErrno(data.save_err, () => callNative(signature, address, values, data.name, data));
}

function usePlace(
  { use, name, args, result }: CFunction,
  address: number,
  [value]: readonly unknown[],
): unknown {
  if (use === 'get') return load(result, address);
  const [held] = args;
  if (use === 'set' && held) return store(held, address, value);
  if (result.kind === 'ptr') return requiredPointer(result.to, address);
  throw new TypeError(`${name} has no address`);
}

function furtherType(value: unknown): LowLevelType {
  if (value === null) return POINTER_TYPES.VOIDP;
  if (isPointer(value)) return makePtr(containerOf(value));
  if (typeof value === 'bigint') return RFFI_PRIMITIVES.LONGLONG;
  if (typeof value === 'boolean') return RFFI_PRIMITIVES.INT;
  return RFFI_PRIMITIVES.DOUBLE;
}

/** Two wrappers of one name may stand around different macros: their headers differ. */
const wrapperSymbol = (name: string, macro: string, info: ExternalCompilationInfo): string =>
  `mixmod_macro_${name}_${hash(JSON.stringify([macro, info]))}`;

/** FNV-1a of the code units, in hexadecimal. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++)
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return value.toString(16).padStart(8, '0');
}

function checkName(name: string, isCore: boolean): void {
  if (!/^[A-Za-z_]\w*$/.test(name) && !(isCore && PRELUDE_NAME.test(name)))
    throw new TypeError(`${JSON.stringify(name)} is no name of a C function`);
}

function checkOptions(name: string, options: ExternalOptions): void {
  for (const option of Object.keys(options)) {
    if (!OPTIONS.has(option)) throw new TypeError(`llexternal has no option ${option}`);
  }
  const { compilation_info: info, macro, calling_conv: convention } = options;
  if (info !== undefined && !isCompilationInfo(info)) {
    throw new TypeError(`compilation_info of ${name} must be made by rffi.ExternalCompilationInfo`);
  }
  for (const flag of FLAGS)
    if (options[flag] !== undefined && typeof options[flag] !== 'boolean')
      throw new TypeError(`${flag} of ${name} must be a boolean`);
  if (convention !== undefined && convention !== 'c')
    throw new TypeError(`calling_conv of ${name} must be 'c', got ${String(convention)}`);
  if (macro !== undefined && typeof macro !== 'boolean' && typeof macro !== 'string')
    throw new TypeError(`macro of ${name} must be true or a C text`);
  if (macro && options.variadic)
    throw new TypeError(`${name}: a macro is called with the declared arguments only`);
}

/** C's function of this name, as a pointer. */
export const addressOfExternal = (of: CFunction, result: Ptr): CFunction =>
  Object.freeze({ ...of, args: [], result, variadic: false, marshalling: null, use: 'address' });

/** Further arguments of one call of a variadic function, or a call through a pointer: a CFunction of its own. */
export const callShape = (of: CFunction, args: readonly LowLevelType[]): CFunction =>
  Object.freeze({ ...of, args: Object.freeze([...of.args, ...args]) });
