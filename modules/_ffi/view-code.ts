// A pointer that V8's optimized code passes as any value and a number in the frame → its address, as x86-64 instructions: where the memory of
// a typed array begins, the number behind where that of a DataView begins, or the number alone where the value is a small integer.
import { je, jmp, jne, label, type Piece } from './assemble.ts';
import { REFUSED } from './frame.ts';
import { half } from './little-endian.ts';
import { ODD, type ViewLayout } from './view-layout.ts';

/** Where code finds a value that V8 passes, and puts what C takes. rax and r10 are free, and r11 has the address of the frame. */
export interface PassedValue {
  /** The register that has the address of the value. */
  readonly from: number;
  readonly to: number;
  /** The word of the frame with the number. */
  readonly place: number;
}

/** V8's references are addresses and 1. */
const field = (offset: number): number => offset - 1;

/** mov r10, [rax + …] */
const load = (offset: number): number[] => [0x4c, 0x8b, 0x50, field(offset)];

/** The value to rax, and the type of an object to r10d; to the place `number` where it is a small integer. */
export const loadObject = ({ from }: PassedValue, number: string): Piece[] => [
  [0x48 + (from >> 3), 0x8b, from & 7], // mov rax, [from]
  [0x45, 0x31, 0xd2], // xor r10d, r10d
  [0xa8, 0x01], // test al, 1
  je(number),
  load(0), // the map
  [0x45, 0x0f, 0xb7, 0x52, field(12)], // movzx r10d, word [r10 + …]
];

/** cvttsd2si to, [r11 + …] */
export const loadNumber = ({ to, place }: PassedValue): number[] => {
  const rex = 0x49 + (to >> 3) * 4;
  return [0xf2, rex, 0x0f, 0x2c, 0x83 + (to & 7) * 8, ...half(8 * place)];
};

/** mov to, [rax + …] */
export const loadField = ({ to }: PassedValue, offset: number): number[] => {
  const rex = 0x48 + (to >> 3) * 4;
  return [rex, 0x8b, 0x40 + (to & 7) * 8, field(offset)];
};

/** cmp r10d, …; jne to another place. */
export const unlike = (type: number, to: string): Piece[] => [
  [0x41, 0x81, 0xfa, ...half(type)],
  jne(to),
];

export const REFUSE = 'refuse';

/** What it does not know is refused: memory inside of V8's heap, detached, shared or resizable. */
export function pointerCode(layout: ViewLayout, value: PassedValue): Piece[] {
  const [dataView, number, done] = ['data view', 'number', 'done'].map(
    (name) => `${name} ${value.place}`,
  ) as [string, string, string];
  const isPlain = [
    load(layout.buffer),
    [0x41, 0xf7, 0x42, field(layout.flags), ...half(ODD)], // test dword [r10 + …], odd
    jne(REFUSE),
  ];
  return [
    ...loadObject(value, number),
    ...unlike(layout.type, dataView),
    ...isPlain,
    [0x48, 0x83, 0x78, field(layout.base), 0], // cmp qword [rax + …], 0
    jne(REFUSE),
    loadField(value, layout.data),
    jmp(done),
    label(dataView),
    ...unlike(layout.dataViewType, REFUSE),
    ...isPlain,
    load(layout.dataViewData),
    label(number),
    loadNumber(value),
    [0x4c + (value.to >> 3), 0x01, 0xd0 + (value.to & 7)], // add to, r10
    label(done),
  ];
}

/** Where they are refused: the function returns without a call of C. `end`: instructions that do. */
export const refusal = (end: readonly number[]): Piece[] => [
  label(REFUSE),
  [0x41, 0xc7, 0x83, ...half(4 * REFUSED), ...half(1)], // mov dword [r11 + refused], 1
  end,
];
