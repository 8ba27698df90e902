// A C function whose errno nobody asks for, and that takes and gives what V8 passes in the same registers but for the receiver, which is
// first → the function of V8 whose optimized calls are calls of it. Other code takes the arguments from the frame.
import { assemble } from './assemble.ts';
import type { Assignment } from './assign.ts';
import { hasFastCalls, makeDirectCall } from './fast-call.ts';
import { callCode, CALL_END, countSlow } from './frame-code.ts';
import { findMaker, give, type Maker, SAVE_INFO } from './give-result.ts';
import { half, word } from './little-endian.ts';
import { FRAME, loadFastCalls } from './native.ts';
import { movesOf, NO_RESULT, signatureBody } from './signature-code.ts';
import type { FfiType, Kind } from './types.ts';

export type BareCall = (...args: number[]) => number | undefined;

/** `v8::CTypeInfo::Type` of what C passes as V8 does. */
const [INT32, UINT32] = [3, 4];
const FLOATS: { readonly [K in Kind]?: number } = { float: 7, double: 8 };
const NUMBERS: { readonly [K in Kind]?: number } = { ...FLOATS, sint: INT32, uint: UINT32 };
const ARGUMENTS: { readonly [K in Kind]?: number } = {
  ...NUMBERS,
  sbyte: INT32,
  ubyte: UINT32,
  sshort: INT32,
  ushort: UINT32,
};
const RESULTS: { readonly [K in Kind]?: number } = { ...NUMBERS, void: 0 };
/** In registers. */
const MOST_FLOATS = 8;
/** One less than there are registers: the receiver is in the first. */
const MOST_INTEGERS = 5;

/** The result of the call → xmm0, as a double. */
const AS_DOUBLE: { readonly [K in Kind]?: readonly number[] } = {
  double: [],
  float: [0xf3, 0x0f, 0x5a, 0xc0], // cvtss2sd xmm0, xmm0
  sint: [0xf2, 0x0f, 0x2a, 0xc0], // cvtsi2sd xmm0, eax
  uint: [0x89, 0xc0, 0xf2, 0x48, 0x0f, 0x2a, 0xc0], // mov eax, eax; cvtsi2sd xmm0, rax
};

const maker = hasFastCalls ? findMaker('_ZN2v86Number3NewEPNS_7IsolateEd') : undefined;

/** One for all function objects of the same C function and types: V8 keeps what it makes of machine code. */
const known = new Map<string, BareCall | null>();

/** Null where there is none. It is for calls while no callback lives. */
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
  const types = args.map(({ kind }) => ARGUMENTS[kind] ?? 0);
  const floats = args.filter(({ kind }) => kind in FLOATS).length;
  const integers = args.length - floats;
  const given = RESULTS[result.kind];
  if (!maker || given === undefined || types.includes(0)) return null;
  if (floats > MOST_FLOATS || integers > MOST_INTEGERS) return null;
  const { before } = signatureBody(movesOf(args, assignment), NO_RESULT);
  const setTarget = [0x48, 0xb8, ...word(address), 0x48, 0x89, 0x03]; // mov rax, address; mov [rbx], rax
  const body = { before: [...setTarget, ...before], after: makeNumber(maker, result.kind) };
  const call = callCode(FRAME, loadFastCalls().errno_address(), body, SAVE_INFO);
  const other = [...countSlow(FRAME), ...call, ...CALL_END];
  const bytes = Uint8Array.from([...other, ...withoutReceiver(address, integers, floats)]);
  // V8 passes floating point numbers as C takes them: nothing is between.
  const direct = { target: integers === 0 ? address : 0, result: given };
  return (makeDirectCall({ bytes, fast: other.length }, types, direct) as BareCall) ?? null;
}

/** From the second register for integers to the first, and so on, each with its upper half. */
const SHIFTS = [
  [0x48, 0x89, 0xf7], // mov rdi, rsi
  [0x48, 0x89, 0xd6], // mov rsi, rdx
  [0x48, 0x89, 0xca], // mov rdx, rcx
  [0x4c, 0x89, 0xc1], // mov rcx, r8
  [0x4d, 0x89, 0xc8], // mov r8, r9
];

/** A function without a receiver, for V8. al: how many registers a variadic function has to save. */
const withoutReceiver = (address: number, integers: number, floats: number): number[] =>
  [
    ...SHIFTS.slice(0, integers),
    [0xb8, ...half(floats)], // mov eax, floats
    [0x49, 0xbb, ...word(address), 0x41, 0xff, 0xe3], // mov r11, address; jmp r11
  ].flat();

/** V8 wants a number from other code where it wants one from optimized. */
function makeNumber({ isolate, make }: Maker, kind: Kind): number[] {
  if (kind === 'void') return [];
  const call = [0x48, 0xbf, ...word(isolate), 0x48, 0xb8, ...word(make), 0xff, 0xd0]; // mov rdi, isolate; mov rax, make; call rax
  return assemble([AS_DOUBLE[kind] ?? [], call, ...give()]);
}
