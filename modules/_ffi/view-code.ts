// A pointer that V8's optimized code passes as any value and a number in the frame → its address, as x86-64 instructions: where the memory of
// a typed array begins, the number behind where that of a DataView begins, or the number alone where the value is a small integer.
import { je, jmp, jne, label, type Piece } from './assemble.ts';
import { REFUSED } from './frame.ts';
import { half } from './little-endian.ts';
import { ODD, type ViewLayout } from './view-layout.ts';

/** V8's references are addresses and 1. */
const field = (offset: number): number => offset - 1;

/** mov r10, [rax + …] */
const load = (offset: number): number[] => [0x4c, 0x8b, 0x50, field(offset)];

/** cmp r10d, …; jne to another place. */
const unlike = (type: number, to: string): Piece[] => [[0x41, 0x81, 0xfa, ...half(type)], jne(to)];

const REFUSE = 'refuse';

/**
 * `from`: the register that has the address of the value, `to`: where the pointer goes, `place`: the word of the frame, whose address is in
 * r11. rax and r10 are free. What it does not know is refused: memory inside of V8's heap, detached, shared or resizable.
 */
export function pointerCode(
  layout: ViewLayout,
  { from, to, place }: { readonly from: number; readonly to: number; readonly place: number },
): Piece[] {
  const [dataView, number, done] = ['data view', 'number', 'done'].map(
    (name) => `${name} ${place}`,
  ) as [string, string, string];
  const isPlain = [
    load(layout.buffer),
    [0x41, 0xf7, 0x42, field(layout.flags), ...half(ODD)], // test dword [r10 + …], odd
    jne(REFUSE),
  ];
  return [
    [0x48 + (from >> 3), 0x8b, from & 7], // mov rax, [from]
    [0x45, 0x31, 0xd2], // xor r10d, r10d
    [0xa8, 0x01], // test al, 1
    je(number),
    load(0), // the map
    [0x45, 0x0f, 0xb7, 0x52, field(12)], // movzx r10d, word [r10 + …]: the type of its instances
    ...unlike(layout.type, dataView),
    ...isPlain,
    [0x48, 0x83, 0x78, field(layout.base), 0], // cmp qword [rax + …], 0
    jne(REFUSE),
    [0x48 + (to >> 3) * 4, 0x8b, 0x40 + (to & 7) * 8, field(layout.data)], // mov to, [rax + …]
    jmp(done),
    label(dataView),
    ...unlike(layout.dataViewType, REFUSE),
    ...isPlain,
    load(layout.dataViewData),
    label(number),
    [0xf2, 0x48 + (to >> 3) * 4 + 1, 0x0f, 0x2c, 0x83 + (to & 7) * 8, ...half(8 * place)], // cvttsd2si to, [r11 + …]
    [0x4c + (to >> 3), 0x01, 0xd0 + (to & 7)], // add to, r10
    label(done),
  ];
}

/** Where they are refused: the function returns without a call of C. `end`: instructions that do. */
export const refusal = (end: readonly number[]): Piece[] => [
  label(REFUSE),
  [0x41, 0xc7, 0x83, ...half(4 * REFUSED), ...half(1)], // mov dword [r11 + refused], 1
  end,
];
