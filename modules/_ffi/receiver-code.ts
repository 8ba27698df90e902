// The address of a C function and its types → what V8's optimized code calls in its place, as x86-64 instructions: V8 passes a receiver first.
import type { Place } from './argument-code.ts';
import { assemble, type Piece } from './assemble.ts';
import { RESULT } from './frame.ts';
import { half, word } from './little-endian.ts';
import { FRAME } from './native.ts';
import { isObject, objectCode } from './object-code.ts';
import { refusal } from './view-code.ts';

/** rdi, rsi, rdx, rcx, r8, r9: of an integer, and one further in what V8 passes. */
const REGISTERS = [7, 6, 2, 1, 8, 9];
/** So many integers that C's stack has none. */
export const MOST_IN_REGISTERS = REGISTERS.length;

const loadFrame = [0x49, 0xbb, ...word(FRAME)]; // mov r11, frame

/** `floats`: how many arguments are floating point numbers; the others are `integers`. `isKept`: the result goes to the frame. */
export function withoutReceiver(
  address: number,
  { integers, floats, isKept }: { integers: readonly Place[]; floats: number; isKept: boolean },
): number[] {
  const hasObjects = integers.some(({ type }) => isObject(type.kind));
  const setTarget = [0x49, 0xbb, ...word(address)]; // mov r11, address
  const call = [
    [0x48, 0x83, 0xec, 0x08], // sub rsp, 8: to a multiple of 16
    setTarget,
    [0x41, 0xff, 0xd3], // call r11
    loadFrame,
    [0x49, 0x89, 0x83, ...half(8 * RESULT)], // mov [r11 + …], rax
    [0x48, 0x83, 0xc4, 0x08, 0xc3], // add rsp, 8; ret
  ].flat();
  return assemble([
    hasObjects ? loadFrame : [],
    ...integers.flatMap(shift),
    [0xb8, ...half(floats)], // mov eax, floats: registers that a variadic function has to save
    isKept ? call : [...setTarget, 0x41, 0xff, 0xe3], // jmp r11
    ...(hasObjects ? refusal([0x31, 0xc0, 0x0f, 0x57, 0xc0, 0xc3]) : []), // xor eax, eax; xorps xmm0, xmm0; ret
  ]);
}

/** From where V8 passes it to where C takes it, in the order of the arguments: the places of the stack are the callee's own. */
function shift({ type, word: place }: Place, index: number): Piece[] {
  const [from, to] = [REGISTERS[index + 1], REGISTERS[index]];
  // Behind the address of return; C's first word on the stack is V8's second.
  const [source, target] = [8 * (index + 2 - REGISTERS.length), 8 * (index + 1 - REGISTERS.length)];
  const load = from === undefined ? [0x48, 0x8b, 0x84, 0x24, ...half(source)] : []; // mov rax, [rsp + …]
  const store = to === undefined ? [0x48, 0x89, 0x84, 0x24, ...half(target)] : []; // mov [rsp + …], rax
  const [at, into] = [from ?? 0, to ?? 0];
  const object = objectCode(type.kind, { from: at, to: into, place });
  return [load, ...(object ?? [at === into ? [] : move(at, into)]), store];
}

const move = (from: number, to: number): number[] => [
  0x48 + (from >> 3) * 4 + (to >> 3),
  0x89,
  0xc0 + (from & 7) * 8 + (to & 7),
];
