// A C function whose errno nobody asks for, and that takes and gives what V8 passes in the same places but for the receiver, which is first
// → the function of V8 whose optimized calls are calls of it.
import { assemble, jmp, label, type Piece } from './assemble.ts';
import type { Assignment } from './assign.ts';
import { type Place, takeArguments } from './argument-code.ts';
import { hasFastCalls, makeDirectCall } from './fast-call.ts';
import { callCode, CALL_END, countSlow } from './frame-code.ts';
import { findMaker, give, type Maker, SAVE_INFO } from './give-result.ts';
import { RESULT } from './frame.ts';
import { word } from './little-endian.ts';
import { FRAME, loadFastCalls } from './native.ts';
import { isObject } from './object-code.ts';
import { MOST_IN_REGISTERS, withoutReceiver } from './receiver-code.ts';
import { storeResult } from './register-moves.ts';
import { movesOf, NO_RESULT, signatureBody } from './signature-code.ts';
import type { FfiType, Kind } from './types.ts';
import { refusal } from './view-code.ts';

export type BareCall = (...args: unknown[]) => number | undefined;

/** `v8::CTypeInfo::Type` of what C passes as V8 does, and of any value. */
const [INT32, UINT32, VALUE] = [3, 4, 10];
const FLOATS: { readonly [K in Kind]?: number } = { float: 7, double: 8 };
const NUMBERS: { readonly [K in Kind]?: number } = { ...FLOATS, sint: INT32, uint: UINT32 };
const ARGUMENTS: { readonly [K in Kind]?: number } = {
  ...NUMBERS,
  sbyte: INT32,
  ubyte: UINT32,
  sshort: INT32,
  ushort: UINT32,
};
/** C leaves the upper part of a small result as it is. */
const RESULTS: { readonly [K in Kind]?: number } = {
  ...NUMBERS,
  sbyte: INT32,
  ubyte: INT32,
  sshort: INT32,
  ushort: INT32,
  char: INT32,
  void: 0,
};
/** Results that go to the frame: V8 11 cannot give 64 bits. */
const KEPT: ReadonlySet<Kind> = new Set(['slong', 'ulong', 'pointer']);
/** In registers. */
const MOST_FLOATS = 8;
/** Some of them on the stack. */
const MOST_INTEGERS = 16;

/** One for all function objects of the same C function and types: V8 keeps what it makes of machine code. */
const known = new Map<string, BareCall | null>();

/** The result of the call → xmm0, as a double. */
const AS_DOUBLE: { readonly [K in Kind]?: readonly number[] } = {
  double: [],
  float: [0xf3, 0x0f, 0x5a, 0xc0], // cvtss2sd xmm0, xmm0
  uint: [0x89, 0xc0, 0xf2, 0x48, 0x0f, 0x2a, 0xc0], // mov eax, eax; cvtsi2sd xmm0, rax
};
const INT_AS_DOUBLE = [0xf2, 0x0f, 0x2a, 0xc0]; // cvtsi2sd xmm0, eax

const maker = hasFastCalls ? findMaker('_ZN2v86Number3NewEPNS_7IsolateEd') : undefined;

/** Null where there is none. It is for calls while no callback lives. Where `REFUSED` is not 0 afterwards it has called nothing. */
export function bareCall(
  address: number,
  args: readonly FfiType[],
  result: FfiType,
  assignment: Assignment,
): BareCall | null {
  const key = [address, result.kind, ...args.map(({ kind }) => kind)].join();
  let made = known.get(key);
  if (made === undefined) known.set(key, (made = makeBareCall(address, args, result, assignment)));
  return made;
}

function makeBareCall(
  address: number,
  args: readonly FfiType[],
  result: FfiType,
  assignment: Assignment,
): BareCall | null {
  const types = args.map(({ kind }) => (isObject(kind) ? VALUE : (ARGUMENTS[kind] ?? 0)));
  const isKept = KEPT.has(result.kind);
  const given = isKept ? 0 : RESULTS[result.kind];
  if (!maker || given === undefined || types.includes(0)) return null;
  const places = args.map((type, index) => ({ type, word: assignment.args[index]?.[0] ?? 0 }));
  const integers = places.filter(({ type }) => !(type.kind in FLOATS));
  const floats = args.length - integers.length;
  const most = isKept ? MOST_IN_REGISTERS : MOST_INTEGERS;
  if (floats > MOST_FLOATS || integers.length > most) return null;
  const { before } = signatureBody(movesOf(args, assignment), NO_RESULT);
  const body = {
    before: assemble([setTarget(address), ...taken(places), before]),
    after: isKept ? storeResult(RESULT) : makeNumber(maker, result.kind),
  };
  const call = callCode(FRAME, loadFastCalls().errno_address(), body, SAVE_INFO);
  const other = [...countSlow(FRAME), ...call, ...CALL_END];
  const fast = withoutReceiver(address, { integers, floats, isKept });
  const bytes = Uint8Array.from([...other, ...fast]);
  // V8 passes floating point numbers as C takes them: nothing is between.
  const direct = { target: integers.length === 0 && !isKept ? address : 0, result: given };
  return (makeDirectCall({ bytes, fast: other.length }, types, direct) as BareCall) ?? null;
}

const setTarget = (address: number): number[] => [0x48, 0xb8, ...word(address), 0x48, 0x89, 0x03]; // mov rax, address; mov [rbx], rax

/** For code that is not optimized. */
function taken(places: readonly Place[]): Piece[] {
  if (places.length === 0) return [];
  return [...takeArguments(places), jmp('all'), ...refusal(CALL_END), label('all')];
}

/** V8 wants a number from other code where it wants one from optimized. */
function makeNumber({ isolate, make }: Maker, kind: Kind): number[] {
  if (kind === 'void') return [];
  const call = [0x48, 0xbf, ...word(isolate), 0x48, 0xb8, ...word(make), 0xff, 0xd0]; // mov rdi, isolate; mov rax, make; call rax
  return assemble([AS_DOUBLE[kind] ?? INT_AS_DOUBLE, call, ...give()]);
}
