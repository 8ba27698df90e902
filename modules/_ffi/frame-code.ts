// The frame's address → x86-64 instructions that do what `call` of interp_calls.ts does, for V8's optimized code to call: without a
// compiler's prologue, and with whatever is in the first operand.
import {
  DEPTH,
  ERRNO,
  FLOAT_COUNT,
  FLOATS,
  INTEGER_COUNT,
  INTEGERS,
  PENDING,
  RESULT,
  SLOW_CALLS,
  STACK,
  STACK_WORDS,
  THROWN,
} from './frame.ts';
import { half, word } from './little-endian.ts';
import { storeResult, toRegister } from './register-moves.ts';

export interface FrameCode {
  readonly bytes: Uint8Array;
  /** Where the function begins that optimized code calls; the other one, which counts its calls, is at 0. */
  readonly fast: number;
}

/** What is done before the call, with the frame in rbx, to the registers and to the stack, which stays at a multiple of 16; and after it. */
export interface CallBody {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** `errno`: where errno of this thread is. */
export function frameCode(frame: number, errno: number, body: CallBody = ANY): FrameCode {
  const count = countSlow(frame);
  const bytes = [count, callCode(frame, errno, body), CALL_END].flat();
  return { bytes: Uint8Array.from(bytes), fast: count.length };
}

/** inc dword [slow calls] */
export const countSlow = (frame: number): number[] => [
  ...loadRax(frame + 4 * SLOW_CALLS),
  0xff,
  0x00,
];

/** The same for a function that V8 calls as it calls any of an addon: it may run JavaScript. */
export function addonCode(frame: number, errno: number, body: CallBody = ANY): Uint8Array {
  const bytes = [callCode(frame, errno, counted(body)), forgetThrown(), CALL_END].flat();
  return Uint8Array.from(bytes);
}

/** V8 throws it now. */
export function forgetThrown(): number[] {
  const forget = [0xc7, 0x83, ...half(4 * PENDING), ...half(0)]; // mov dword [rbx + pending], 0
  const compare = [0x83, 0xbb, ...half(4 * PENDING), THROWN]; // cmp dword [rbx + pending], thrown
  return [...compare, 0x75, forget.length, ...forget]; // jne to what follows
}

/** Of a function that may run JavaScript: the call is counted while it goes on. */
export const counted = ({ before, after }: CallBody): CallBody => ({
  before: [...before, 0xff, 0x83, ...half(4 * DEPTH)], // inc dword [rbx + depth]
  after: [0xff, 0x8b, ...half(4 * DEPTH), ...after], // dec dword [rbx + depth]
});

/** The call, without the end. `first`: instructions that do something with the operands; [rbp - 8] is free. */
export function callCode(
  frame: number,
  errno: number,
  { before, after }: CallBody,
  first: readonly number[] = [],
): number[] {
  return [
    [0x53, 0x55, 0x48, 0x89, 0xe5], // push rbx; push rbp; mov rbp, rsp
    [0x48, 0x83, 0xec, 0x08], // sub rsp, 8: to a multiple of 16
    first,
    [0x48, 0xbb, ...word(frame)], // mov rbx, frame
    [0x8b, 0x8b, ...half(4 * ERRNO)], // mov ecx, [rbx + errno]
    loadRax(errno),
    [0x89, 0x08], // mov [rax], ecx
    before,
    [0xb8, ...half(8)], // mov eax, 8: registers that a variadic function has to save
    [0xff, 0x13], // call [rbx]
    after,
    loadRax(errno),
    [0x8b, 0x08], // mov ecx, [rax]
    [0x89, 0x8b, ...half(4 * ERRNO)], // mov [rbx + errno], ecx
  ].flat();
}

export const CALL_END = [0x48, 0x89, 0xec, 0x5d, 0x5b, 0xc3]; // mov rsp, rbp; pop rbp; pop rbx; ret

/** mov eax, [rbx + rcx * 8 + stack - 8]; mov edx, the other half; shl rdx, 32; or rax, rdx; push rax. */
const PUSH = [
  [0x8b, 0x84, 0xcb, ...half(8 * STACK - 8)],
  [0x8b, 0x94, 0xcb, ...half(8 * STACK - 4)],
  [0x48, 0xc1, 0xe2, 0x20, 0x48, 0x09, 0xd0, 0x50],
].flat();

const loadRax = (value: number): number[] => [0x48, 0xb8, ...word(value)];

const words = (first: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => first + index);

/** Of a call with all registers loaded: what a function does not take, it does not read. */
export const ANY: CallBody = {
  before: [
    [0x8b, 0x8b, ...half(4 * STACK_WORDS)], // mov ecx, [rbx + count], which is even
    [0x85, 0xc9, 0x74, PUSH.length + 4], // test ecx, ecx; jz to what follows the loop
    PUSH,
    [0xff, 0xc9, 0x75, 256 - PUSH.length - 4], // dec ecx; jnz to the push
    words(INTEGERS, INTEGER_COUNT).flatMap((word) => toRegister({ word, stored: 'halves' })),
    words(FLOATS, FLOAT_COUNT).flatMap((word) => toRegister({ word, stored: 'double' })),
  ].flat(),
  after: words(RESULT, 4).flatMap(storeResult),
};
