// `rffi.llexternal(…)`: a C function's name and types → a callable that carries its CFunction. The compiler reads the
// CFunction; called untranslated it runs `_callable`, or says why it cannot.
import { describeType, isLowLevelType } from '../lltype/constructors.ts';
import { requirePointer } from '../lltype/pointer.ts';
import { CONVERSIONS } from '../numbers.ts';
import type {
  CFunction,
  DeclarationSite,
  ExternalCompilationInfo,
  LowLevelType,
} from '../lltype/types.ts';
import { compilationInfo, isCompilationInfo } from './compilation-info.ts';

const C_FUNCTION = Symbol('mixmod C function');

export interface ExternalOptions {
  readonly compilation_info?: ExternalCompilationInfo;
  readonly macro?: boolean;
  readonly _callable?: (...args: never) => unknown;
}
export interface ExternalFunction {
  (...args: readonly unknown[]): unknown;
  readonly [C_FUNCTION]: CFunction;
}

/** What the build knows of the file that declares. */
export interface ExternalPlace {
  readonly declaredAt?: () => DeclarationSite | null;
  readonly isCore?: boolean;
}

/** Functions of the prelude; they take the environment before what is declared. */
const PRELUDE_NAME = /^mm(\.\w+)+$/;
const OPTIONS: ReadonlySet<string> = new Set(['compilation_info', 'macro', '_callable']);

export function llexternal(
  name: string,
  args: readonly LowLevelType[],
  result: LowLevelType,
  options: ExternalOptions = {},
  place: ExternalPlace = {},
): ExternalFunction {
  checkDeclaration(name, args, result, options, place.isCore ?? false);
  const data: CFunction = Object.freeze({
    kind: 'c-function',
    name,
    args: Object.freeze([...args]),
    result,
    compilation_info: options.compilation_info ?? compilationInfo({}),
    macro: options.macro ?? false,
    hasCallable: options._callable !== undefined,
    declaredAt: place.declaredAt?.() ?? null,
  });
  const callable: ((...args: never) => unknown) | undefined = options._callable;
  const call = (...values: readonly unknown[]): unknown => {
    if (callable) return asResult(data, Reflect.apply(callable, undefined, values));
    throw new Error(
      `the C function ${name} can only be called in compiled code; ` +
        'build the module, or give llexternal a _callable to run instead',
    );
  };
  return Object.assign(call, { [C_FUNCTION]: data });
}

/** What a stand-in returned, as C would: wrapped to the width of the declared result. */
function asResult({ name, result }: CFunction, value: unknown): unknown {
  if (result.kind === 'ptr') return requirePointer(value, result.to);
  if (result.kind !== 'primitive' || result.machine === 'void') return undefined;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return CONVERSIONS[result.value](value);
  throw new TypeError(`the _callable of ${name} must return ${result.name}, got ${typeof value}`);
}

/** The CFunction that `llexternal` made; undefined for any other value. */
export function cFunctionOf(value: unknown): CFunction | undefined {
  return isExternal(value) ? value[C_FUNCTION] : undefined;
}

const isExternal = (value: unknown): value is ExternalFunction =>
  typeof value === 'function' && C_FUNCTION in value;

function checkDeclaration(
  name: string,
  args: readonly LowLevelType[],
  result: LowLevelType,
  options: ExternalOptions,
  isCore: boolean,
): void {
  if (!/^[A-Za-z_]\w*$/.test(name) && !(isCore && PRELUDE_NAME.test(name)))
    throw new TypeError(`${JSON.stringify(name)} is no name of a C function`);
  if (!Array.isArray(args)) throw new TypeError(`the argument types of ${name} must be an array`);
  args.forEach((arg, index) => {
    if (!isArgument(arg)) throw new TypeError(refusal(name, `argument ${index + 1}`, arg));
  });
  if (!isArgument(result) && !isVoid(result))
    throw new TypeError(refusal(name, 'the result', result));
  for (const option of Object.keys(options)) {
    if (!OPTIONS.has(option)) throw new TypeError(`llexternal has no option ${option}`);
  }
  const info = options.compilation_info;
  if (info !== undefined && !isCompilationInfo(info)) {
    throw new TypeError(`compilation_info of ${name} must be made by rffi.ExternalCompilationInfo`);
  }
}

function refusal(name: string, where: string, type: LowLevelType): string {
  const got = describeType(type);
  const hint =
    isLowLevelType(type) && type.kind === 'struct' ? '; structures are passed by pointer only' : '';
  return `${where} of ${name} must be a primitive or a pointer, got ${got}${hint}`;
}

const isVoid = (type: LowLevelType): boolean =>
  isLowLevelType(type) && type.kind === 'primitive' && type.machine === 'void';
const isArgument = (type: LowLevelType): boolean =>
  isLowLevelType(type) &&
  (type.kind === 'ptr' || (type.kind === 'primitive' && type.machine !== 'void'));
