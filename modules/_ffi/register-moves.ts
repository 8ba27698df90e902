// Words of the frame ↔ registers, as x86-64 instructions; the frame is in rbx.
import { FLOATS, INTEGERS, RESULT } from './frame.ts';
import { half } from './little-endian.ts';

/**
 * How JavaScript stores a word: 4 bytes of it, all 8 at once as a double, 4 as a float, or in two halves. It is loaded in the same way: a
 * load of what has been stored in parts waits until the parts are in the cache.
 */
export type Stored = 'int' | 'double' | 'float' | 'halves';

export interface Move {
  readonly stored: Stored;
  /** Of the frame. It stands for a register, or for a place on the stack. */
  readonly word: number;
}

/** rdi, rsi, rdx, rcx, r8, r9. */
const REGISTERS = [7, 6, 2, 1, 8, 9];

export function toRegister(move: Move): number[] {
  const { word, stored } = move;
  if (word >= FLOATS) return toFloat(move, word - FLOATS);
  const register = REGISTERS[word - INTEGERS] ?? 0;
  const low = [...(register < 8 ? [] : [0x44]), 0x8b, 0x83 + 8 * (register % 8)]; // mov e.., [rbx + …]
  const load = [...low, ...half(8 * word)];
  if (stored === 'int') return load;
  const or = [register < 8 ? 0x48 : 0x49, 0x09, 0xc0 + (register % 8)]; // or r.., rax
  return [...load, 0x8b, 0x83, ...half(8 * word + 4), 0x48, 0xc1, 0xe0, 0x20, ...or]; // mov eax, high; shl rax, 32
}

function toFloat(move: Move, register: number): number[] {
  const place = half(8 * move.word);
  if (move.stored === 'double') return [0xf2, 0x0f, 0x10, 0x83 + 8 * register, ...place]; // movsd
  if (move.stored === 'float') return [0xf3, 0x0f, 0x10, 0x83 + 8 * register, ...place]; // movss
  return [...toRax(move), 0x66, 0x48, 0x0f, 0x6e, 0xc0 + 8 * register]; // movq xmm.., rax
}

export function toRax({ word, stored }: Move): number[] {
  const place = half(8 * word);
  if (stored === 'double') return [0x48, 0x8b, 0x83, ...place]; // mov rax, [rbx + …]
  const low = [0x8b, 0x83, ...place]; // mov eax, [rbx + …]
  if (stored !== 'halves') return low;
  const high = [0x44, 0x8b, 0x93, ...half(8 * word + 4)]; // mov r10d, the other half
  return [...low, ...high, 0x49, 0xc1, 0xe2, 0x20, 0x4c, 0x09, 0xd0]; // shl r10, 32; or rax, r10
}

/** From st(0), with what is behind its 80 bits. */
export function storeExtended(): number[] {
  const clear = [0x48, 0xc7, 0x83, ...half(8 * RESULT + 8), ...half(0)]; // mov qword [rbx + …], 0
  return [...clear, 0xdb, 0xbb, ...half(8 * RESULT)]; // fstp tbyte [rbx + …]
}

/** From rax, rdx, xmm0, xmm1. */
export function storeResult(word: number): number[] {
  const place = half(8 * word);
  const index = word - RESULT;
  return index < 2
    ? [0x48, 0x89, 0x83 + 16 * index, ...place]
    : [0xf2, 0x0f, 0x11, 0x83 + 8 * (index - 2), ...place];
}
