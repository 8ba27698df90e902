// The host → the functions that V8's optimized code calls as C calls C, where the host is a Node.js that is known.
import { fetchCode, type ScalarSize } from './fetch-code.ts';
import { addonCode, type CallBody, type FrameCode, frameCode } from './frame-code.ts';
import { CODE, F64, FETCH_ADDRESS, I32, I64, RESULT, TRANSFER, U64 } from './frame.ts';
import { calls, FRAME, libraries, loadFastCalls } from './native.ts';
import { textCode } from './text-code.ts';
import { V8_VERSION } from './v8-version.ts';

// `v8::CTypeInfo::Type`.
const UINT32 = 4;
const V8_VALUE = 10;
const ONE_BYTE_STRING = 11;

/** The address of what optimized code calls, where that is not in the instructions, and the type of what it gives: `v8::CTypeInfo::Type`. */
interface Direct {
  readonly target: number;
  readonly result: number;
}

const IN_THE_CODE: Direct = { target: 0, result: 0 };

/** Makes the call that the frame says. For C functions that call no callback. */
export const fastCall: () => void = makeCall() ?? calls.call;

export const hasFastCalls = fastCall !== calls.call;

/** The same for C functions that may. */
export const addonCall: () => void = (hasFastCalls ? makeAddonCall() : undefined) ?? calls.call;

/**
 * Copies a string of ASCII to an offset of the frame, a NUL behind it, and its length to the frame. Does nothing for one that is not of
 * ASCII, has a NUL or is long, and where the code is not optimized. It gives nothing: V8 wants the same type from both.
 */
export const fastText: ((text: string, offset: number) => void) | undefined = hasFastCalls
  ? (make(textCode(FRAME), [V8_VALUE, ONE_BYTE_STRING, UINT32]) as typeof fastText)
  : undefined;

/** What copies so many bytes from `FETCH_ADDRESS` to `TRANSFER`. */
export function fastFetch(size: ScalarSize): (() => void) | undefined {
  if (!hasFastCalls) return undefined;
  const made = make(fetchCode(FRAME, size), [V8_VALUE]) as (() => void) | undefined;
  if (!made) return undefined;
  // It is tried.
  const other = FETCH_ADDRESS + 1;
  F64[FETCH_ADDRESS] = FRAME + 8 * other;
  I64[other] = -1n;
  I64[TRANSFER] = 0n;
  made();
  return U64[TRANSFER] === BigInt.asUintN(8 * size, -1n) ? made : undefined;
}

function make(
  { bytes, fast }: FrameCode,
  args: readonly number[],
  { target, result }: Direct = IN_THE_CODE,
): unknown {
  const name = 'mixmod fast call';
  // Type, kind of sequence, flags; the second has gone with V8 14.
  const size = V8_VERSION < 147 ? 3 : 2;
  const types = Uint8Array.from(args.flatMap((type) => [type, 0, 0].slice(0, size)));
  const { make_fast } = loadFastCalls();
  if (!make_fast(name, bytes, fast, target, result, args.length, types)) return undefined;
  const made: unknown = Reflect.get(globalThis, name);
  Reflect.deleteProperty(globalThis, name);
  return typeof made === 'function' ? made : undefined;
}

function makeCall(): (() => void) | undefined {
  if (V8_VERSION === 0) return undefined;
  const made = makeFastCall();
  return made && works(made) ? made : undefined;
}

/** `body`: for a signature; else it is for all. */
export function makeFastCall(body?: CallBody): (() => void) | undefined {
  const code = frameCode(FRAME, loadFastCalls().errno_address(), body);
  return make(code, [V8_VALUE]) as (() => void) | undefined;
}

/** Optimized code passes its operands, which are of the types `args`, and takes the result. Other code runs the bytes. */
export const makeDirectCall = (code: FrameCode, args: readonly number[], direct: Direct): unknown =>
  make(code, [V8_VALUE, ...args], direct);

export function makeAddonCall(body?: CallBody): (() => void) | undefined {
  const code = addonCode(FRAME, loadFastCalls().errno_address(), body);
  return makeAddonFunction(code) as (() => void) | undefined;
}

/** What V8 calls as it calls any function of an addon. */
export function makeAddonFunction(bytes: Uint8Array): unknown {
  return make({ bytes, fast: 0 }, []);
}

/** It calls `labs`, and the result is there. */
function works(call: () => void): boolean {
  const address = libraries.symbol(libraries.open_library(null, 2), 'labs');
  if (address === 0) return false;
  U64[CODE] = BigInt(address);
  I64[1] = -0x1234_5678_9abcn;
  I64[RESULT] = 0n;
  call();
  return I64[RESULT] === 0x1234_5678_9abcn && I32[0] !== 0;
}
