// Functions behind pointers, untranslated: those of the program, which C can call too, and those of C.
import { nativeFfi, type NativeFfi } from '../native.ts';
import { requireFits } from './c-range.ts';
import { describeType } from './constructors.ts';
import { sizeOf } from './layout.ts';
import { addressOf, load, requirePointer, setCaller, store } from './pointer.ts';
import { isErrorKept, keepError } from './kept-error.ts';
import { allocate, blockAt, copyBytes, release } from './memory.ts';
import { callNative, cifOf, isCallUnderWay } from './native-call.ts';
import type { FuncType } from './types.ts';

export type Callable = (...args: never) => unknown;

interface Known {
  readonly type: FuncType;
  readonly callable: Callable;
  readonly thrower: () => void;
  /** Of libffi; 0: C cannot call it. */
  readonly closure: number;
}

const functions = new Map<number, Known>();
const byNumber = new Map<number, Known>();
/** Freed: an address that C still has. */
const freed = new Set<number>();
let nextNumber = 1;

/** The address of a function of the program. `thrower`: throws what the callable has kept for the call of C that it is called in. */
export function allocateFunction(
  type: FuncType,
  callable: Callable,
  thrower: () => void = () => {},
): number {
  const native = nativeFfi();
  const cif = native ? cifOf(type, native) : 0;
  if (!native || cif === 0) {
    const { base } = allocate(1, describeType(type), false);
    functions.set(base, { type, callable, thrower, closure: 0 });
    return base;
  }
  dispatchBy(native);
  const number = nextNumber++;
  const closure = new BigUint64Array(1);
  const code = native.make_closure(cif, number, closure);
  if (code === 0) throw new RangeError('out of memory');
  freed.delete(code);
  const known = { type, callable, thrower, closure: Number(closure[0]) };
  functions.set(code, known);
  byNumber.set(number, known);
  return code;
}

/** False where no such function is at the address. Its code stays, so that a call of it is found. */
export function releaseFunction(address: number): boolean {
  const known = functions.get(address);
  if (!known) return false;
  functions.delete(address);
  if (known.closure === 0) release(address);
  else {
    freed.add(address);
    for (const [number, one] of byNumber) if (one === known) byNumber.delete(number);
  }
  return true;
}

/** Calls what is at the address. */
export function callAt(type: FuncType, address: number, args: readonly unknown[]): unknown {
  const known = functions.get(address);
  if (known) return Reflect.apply(known.callable, undefined, args);
  if (blockAt(address) || freed.has(address))
    throw new Error('C has called a callback that is freed');
  if (nativeFfi()) return callNative(type, address, args, `the ${describeType(type)}`);
  throw new Error(`call of the unknown address 0x${address.toString(16)} as ${describeType(type)}`);
}

// ---- what C calls ----

let dispatching = false;

function dispatchBy(native: NativeFfi): void {
  if (dispatching) return;
  dispatching = true;
  const name = `mixmod ${Math.random()}`;
  Reflect.set(globalThis, name, dispatch);
  native.set_dispatcher(name);
  Reflect.deleteProperty(globalThis, name);
}

/** Throws nothing: C is in between. While an error is on its way, no other callback runs. */
function dispatch(number: number, result: number, args: number): void {
  if (isErrorKept()) return;
  try {
    const known = byNumber.get(number);
    if (!known) throw new Error('C has called a callback that is freed');
    run(known, result, args);
    // The event loop has called: no call of C will throw it.
    if (!isCallUnderWay()) known.thrower();
  } catch (error) {
    if (isCallUnderWay()) keepError(error);
    else
      setImmediate(() => {
        throw error;
      });
  }
}

function run({ type, callable }: Known, result: number, args: number): void {
  const native = nativeFfi();
  if (!native) return;
  const places = new BigUint64Array(type.args.length);
  native.read_memory(args, new Uint8Array(places.buffer));
  const values = type.args.map((arg, index) => load(arg, Number(places[index])));
  const value: unknown = Reflect.apply(callable, undefined, values);
  if (type.result.kind !== 'primitive' || type.result.machine !== 'void')
    storeResult(type, result, value, native);
}

/** libffi wants integers that are narrower than a word extended to one. */
function storeResult(
  { result }: FuncType,
  address: number,
  value: unknown,
  native: NativeFfi,
): void {
  requireFits(result, value, 'the result of a callback');
  if (result.kind === 'primitive' && /^[iu]\d|bool/.test(result.machine)) {
    const signed = result.machine.startsWith('i');
    const number = BigInt(value as number | bigint | boolean);
    const word = new BigInt64Array([signed ? BigInt.asIntN(64, number) : number]);
    native.write_memory(address, new Uint8Array(word.buffer));
  } else if (result.kind === 'struct') {
    const pointer = requirePointer(value, result);
    if (pointer) copyBytes(address, addressOf(pointer), sizeOf(result));
  } else store(result, address, value);
}

setCaller(callAt);
