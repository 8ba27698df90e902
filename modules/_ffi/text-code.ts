// The frame's address → x86-64 instructions that copy a string of V8 to it: `(receiver, {const char *data; uint32_t length} *, offset)`.
import type { FrameCode } from './frame-code.ts';
import { TEXT_LENGTH } from './frame.ts';
import { half, word } from './little-endian.ts';

/** Longer ones are not worth it. */
export const MOST_FAST_TEXT = 4096;

export function textCode(frame: number): FrameCode {
  // Code that is not optimized: nothing is done.
  const slow = [0xc3];
  const body = [
    [0x8b, 0x4e, 0x08], // mov ecx, [rsi + 8]
    [0x48, 0x8b, 0x36], // mov rsi, [rsi]
    [0x81, 0xf9, ...half(MOST_FAST_TEXT)], // cmp ecx, most
    [0x77, 0x41], // ja to the failure
    [0x48, 0xbf, ...word(frame)], // mov rdi, frame
    [0x89, 0xd2], // mov edx, edx
    [0x48, 0x01, 0xd7], // add rdi, rdx
    [0x45, 0x31, 0xc0], // xor r8d, r8d
    [0x41, 0x39, 0xc8], // the loop: cmp r8d, ecx
    [0x74, 0x18], // je behind it
    [0x42, 0x0f, 0xb6, 0x04, 0x06], // movzx eax, byte [rsi + r8]
    [0x44, 0x8d, 0x48, 0xff], // lea r9d, [rax - 1]
    [0x41, 0x83, 0xf9, 0x7e], // cmp r9d, 126
    [0x77, 0x1b], // ja to the failure
    [0x42, 0x88, 0x04, 0x07], // mov [rdi + r8], al
    [0x41, 0xff, 0xc0], // inc r8d
    [0xeb, 0xe3], // jmp to the loop
    [0x42, 0xc6, 0x04, 0x07, 0x00], // mov byte [rdi + r8], 0
    [0x49, 0xba, ...word(frame + 4 * TEXT_LENGTH)], // mov r10, the place of the length
    [0x41, 0x89, 0x0a], // mov [r10], ecx
    [0xc3], // ret; the failure too
  ].flat();
  return { bytes: Uint8Array.from([...slow, ...body]), fast: slow.length };
}
