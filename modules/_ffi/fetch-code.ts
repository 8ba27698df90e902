// The frame's address → x86-64 instructions that copy 1, 2, 4 or 8 bytes from an address to the frame. Address and size are in it.
import type { FrameCode } from './frame-code.ts';
import { FETCH_ADDRESS, FETCH_SIZE, TRANSFER } from './frame.ts';
import { half, word } from './little-endian.ts';

export function fetchCode(frame: number): FrameCode {
  const move = (...store: number[]): number[] => [...store, ...half(8 * TRANSFER), 0xc3];
  const eight = [0x48, 0x8b, 0x00, ...move(0x48, 0x89, 0x82)]; // mov rax, [rax]; mov [rdx + transfer], rax; ret
  const four = [0x8b, 0x00, ...move(0x89, 0x82)]; // the same of eax
  const two = [0x66, 0x8b, 0x00, ...move(0x66, 0x89, 0x82)]; // of ax
  const one = [0x8a, 0x00, ...move(0x88, 0x82)]; // of al
  const toTwo = [0x74, eight.length + four.length]; // je
  const toOne = [0x72, toTwo.length + eight.length + four.length + two.length]; // jb
  const less = [0x83, 0xf9, 0x02, ...toOne, ...toTwo]; // cmp ecx, 2
  const bytes = [
    [0x48, 0xba, ...word(frame)], // mov rdx, frame
    [0xf2, 0x48, 0x0f, 0x2c, 0x82, ...half(8 * FETCH_ADDRESS)], // cvttsd2si rax, [rdx + address]
    [0x8b, 0x8a, ...half(4 * FETCH_SIZE)], // mov ecx, [rdx + size]
    [0x83, 0xf9, 0x04, 0x74, less.length + eight.length], // cmp ecx, 4; je to four
    [less, eight, four, two, one].flat(),
  ].flat();
  return { bytes: Uint8Array.from(bytes), fast: 0 };
}
