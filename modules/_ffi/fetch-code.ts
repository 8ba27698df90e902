// The frame's address → x86-64 instructions that copy a scalar of 1, 2, 4 or 8 bytes from an address, which is in the frame, to the frame.
import type { FrameCode } from './frame-code.ts';
import { FETCH_ADDRESS, TRANSFER } from './frame.ts';
import { half, word } from './little-endian.ts';

export type ScalarSize = 1 | 2 | 4 | 8;

/** mov rax, eax, ax or al, from [rax], and to [rdx + …]. */
const LOADS = { 8: [0x48, 0x8b, 0x00], 4: [0x8b, 0x00], 2: [0x66, 0x8b, 0x00], 1: [0x8a, 0x00] };
const STORES = { 8: [0x48, 0x89, 0x82], 4: [0x89, 0x82], 2: [0x66, 0x89, 0x82], 1: [0x88, 0x82] };

export function fetchCode(frame: number, size: ScalarSize): FrameCode {
  const bytes = [
    [0x48, 0xba, ...word(frame)], // mov rdx, frame
    [0xf2, 0x48, 0x0f, 0x2c, 0x82, ...half(8 * FETCH_ADDRESS)], // cvttsd2si rax, [rdx + address]
    LOADS[size],
    [...STORES[size], ...half(8 * TRANSFER)],
    [0xc3], // ret
  ].flat();
  return { bytes: Uint8Array.from(bytes), fast: 0 };
}
