// A C function whose errno nobody asks for → the function of V8 whose optimized calls are calls of C itself, where C takes nothing in
// registers for integers, in which V8 passes the receiver. Other code takes the arguments from the frame.
import { assemble } from './assemble.ts';
import type { Assignment } from './assign.ts';
import { hasFastCalls, makeDirectCall } from './fast-call.ts';
import { callCode, CALL_END, countSlow } from './frame-code.ts';
import { findMaker, give, type Maker, SAVE_INFO } from './give-result.ts';
import { word } from './little-endian.ts';
import { FRAME, loadFastCalls } from './native.ts';
import { movesOf, signatureBody } from './signature-code.ts';
import type { FfiType, Kind } from './types.ts';

export type BareCall = (...args: number[]) => number | undefined;

/** `v8::CTypeInfo::Type` of what C passes as V8 does. */
const ARGUMENTS: { readonly [K in Kind]?: number } = { float: 7, double: 8 };
const RESULTS: { readonly [K in Kind]?: number } = { ...ARGUMENTS, void: 0, sint: 3, uint: 4 };
/** Registers for floating point numbers. */
const MOST_ARGUMENTS = 8;

/** The result of the call → xmm0, as a double. */
const AS_DOUBLE: { readonly [K in Kind]?: readonly number[] } = {
  double: [],
  float: [0xf3, 0x0f, 0x5a, 0xc0], // cvtss2sd xmm0, xmm0
  sint: [0xf2, 0x0f, 0x2a, 0xc0], // cvtsi2sd xmm0, eax
  uint: [0x89, 0xc0, 0xf2, 0x48, 0x0f, 0x2a, 0xc0], // mov eax, eax; cvtsi2sd xmm0, rax
};

const maker = hasFastCalls ? findMaker('_ZN2v86Number3NewEPNS_7IsolateEd') : undefined;

/** Null where there is none. It is for calls while no callback lives. */
export function bareCall(
  address: number,
  args: readonly FfiType[],
  result: FfiType,
  assignment: Assignment,
): BareCall | null {
  const types = args.map(({ kind }) => ARGUMENTS[kind] ?? 0);
  const given = RESULTS[result.kind];
  if (!maker || given === undefined || types.includes(0) || args.length > MOST_ARGUMENTS)
    return null;
  const { before } = signatureBody(movesOf(args, assignment), []);
  const setTarget = [0x48, 0xb8, ...word(address), 0x48, 0x89, 0x03]; // mov rax, address; mov [rbx], rax
  const after = makeNumber(maker, result.kind);
  const body = { before: [...setTarget, ...before], after };
  const code = callCode(FRAME, loadFastCalls().errno_address(), body, SAVE_INFO);
  const bytes = Uint8Array.from([...countSlow(FRAME), ...code, ...CALL_END]);
  return (makeDirectCall(bytes, address, { args: types, result: given }) as BareCall) ?? null;
}

/** V8 wants a number from other code where it wants one from optimized. */
function makeNumber({ isolate, make }: Maker, kind: Kind): number[] {
  if (kind === 'void') return [];
  const call = [0x48, 0xbf, ...word(isolate), 0x48, 0xb8, ...word(make), 0xff, 0xd0]; // mov rdi, isolate; mov rax, make; call rax
  return assemble([AS_DOUBLE[kind] ?? [], call, ...give()]);
}
