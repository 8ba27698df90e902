// An address and types → a JavaScript function that calls what is there.
import { assign } from './assign.ts';
import { addressOf, type Addressed, type Pointerish } from './addresses.ts';
import { asDouble } from './as-double.ts';
import { bareCall } from './bare-call.ts';
import { type BareShape, withBare } from './bare-source.ts';
import { callSource, type CallShape } from './call-source.ts';
import { CLOSED, HINDRANCES, I32, MOST_STACK } from './frame.ts';
import { instanceOf, wordsOf } from './instance.ts';
import { signatureCalls } from './signature-calls.ts';
import { isStructure } from './structure-type.ts';
import { watched } from './owed.ts';
import { generate } from './support.ts';
import type { Arguments, FfiType, Result } from './types.ts';

export interface FunctionOptions {
  /** How many arguments it declares, where it takes more: those given beyond are promoted as C does. */
  readonly variadic?: number;
  /**
   * True: it runs JavaScript by other ways than a `CallbackPtr`, through another addon, for example. False: it never does, so that its
   * calls are fast ones while callbacks live, too; a function that calls one nevertheless ends the process.
   */
  readonly callsBack?: boolean;
  /** It may block: it runs on a helper thread, and callbacks that other threads call run meanwhile. Costs two switches of threads. */
  readonly releasegil?: boolean;
  /**
   * False: nobody asks what errno is after it, and `get_errno()` may or may not know. V8's optimized code then calls C itself where
   * arguments and result are numbers and pointers: at most sixteen, six where the result has 64 bits, and eight `float`s and `double`s.
   */
  readonly errno?: boolean;
}

/** A C function; call it. */
export interface FuncPtr<
  A extends readonly FfiType[] = readonly FfiType[],
  R extends FfiType = FfiType,
> extends Addressed {
  (...args: Arguments<A>): Result<R>;
  readonly argtypes: A;
  readonly restype: R;
}

export interface Target {
  readonly address: number;
  readonly name: string;
}

type Call = (...args: unknown[]) => unknown;

/** Of a function that calls C itself where nothing hinders it. */
const bares = new WeakMap<object, BareShape>();

/** For calls with nothing else between: of arguments that are known to be of its types. */
export const bareOf = (callee: object): BareShape | undefined => bares.get(callee);

const retargets = new WeakMap<object, (code: number) => void>();

export function makeFunction<A extends readonly FfiType[], R extends FfiType>(
  { address, name }: Target,
  argtypes: A,
  restype: R,
  options: FunctionOptions = {},
): FuncPtr<A, R> {
  argtypes.forEach((type, index) => {
    if (type.kind === 'void') throw new TypeError(`${name}() argument ${index + 1} cannot be void`);
  });
  const args = argtypes.map((type, index) => promoted(type, index, options.variadic));
  const assignment = assign(args, restype);
  if (assignment.stack > MOST_STACK)
    throw new RangeError(`${name}() takes more than ${8 * MOST_STACK} bytes on the stack`);
  const count = (given: number): never => {
    const noun = args.length === 1 ? 'argument' : 'arguments';
    throw new TypeError(`${name}() takes exactly ${args.length} ${noun} (${given} given)`);
  };
  const own: Record<string, unknown> = {
    code: asDouble(address),
    types: args,
    result: restype,
    name,
    count,
  };
  Object.assign(own, { words: wordsOf, instance: instanceOf });
  if (isStructure(restype)) own['held'] = restype.held;
  args.forEach((type, index) => {
    if (isStructure(type)) own[`held${index}`] = type.held;
  });
  const way = wayOf(options);
  // The call on another thread is the same for all signatures.
  const direct = way === 'released' ? null : signatureCalls(args, restype, assignment);
  if (direct) own['direct'] = direct;
  const shape = { args, result: restype, assignment, way, isDirect: direct !== null };
  const general = generate(callSource(shape), own) as Call;
  const isBare = options.errno === false && way !== 'slow' && direct !== null;
  const bare = isBare ? bareCall(address, args, restype, assignment) : null;
  const call = bare ? withBare({ ...shape, bare }, general) : general;
  const made = watched(call, name, address) as FuncPtr<A, R>;
  if (bare && made === call) bares.set(made, { ...shape, bare });
  retargets.set(made, own['retarget'] as (code: number) => void);
  return Object.defineProperties(made, {
    name: { value: name },
    argtypes: { value: argtypes },
    restype: { value: restype },
    getaddr: { value: () => address },
  });
}

const wayOf = ({ callsBack, releasegil }: FunctionOptions): CallShape['way'] =>
  releasegil === true ? 'released' : callsBack === undefined ? 'fast' : callsBack ? 'slow' : 'leaf';

/** What C does with arguments that are not declared. */
function promoted(type: FfiType, index: number, declared = Infinity): FfiType {
  if (index < declared || type.kind !== 'float') return type;
  throw new TypeError(`a float beyond the declared arguments is passed as a double`);
}

/** From now on the function calls what is at this address. */
export function retarget(callee: Addressed, address: number): void {
  I32[CLOSED] = (I32[CLOSED] ?? 0) + 1;
  I32[HINDRANCES] = (I32[HINDRANCES] ?? 0) + 1;
  retargets.get(callee)?.(asDouble(address));
}

export const FuncPtr = {
  /** What is at an address, as a function of these types. `name`: for messages. */
  fromaddr<const A extends readonly FfiType[], R extends FfiType>(
    address: Pointerish,
    name: string,
    argtypes: A,
    restype: R,
    options?: FunctionOptions,
  ): FuncPtr<A, R> {
    const at = addressOf(address);
    if (at <= 0) throw new TypeError(`${name}() is at no address`);
    return makeFunction({ address: at, name }, argtypes, restype, options);
  },
};
