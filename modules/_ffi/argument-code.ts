// The arguments of a call that V8 makes as it makes any of an addon → the words of the frame, as x86-64 instructions.
import { jmp, jne, label, type Piece } from './assemble.ts';
import { half, word } from './little-endian.ts';
import { FRAME } from './native.ts';
import { objectCode } from './object-code.ts';
import type { FfiType } from './types.ts';
import { V8_VERSION } from './v8-version.ts';

/** Where the first of them lies: rdi has the address of V8's information on the call. Since V8 14 they are part of it. */
const FIRST = V8_VERSION < 147 ? [0x48, 0x8b, 0x77, 0x08] : [0x48, 0x8d, 0x77, 0x50]; // mov rsi, [rdi + 8]; lea rsi, [rdi + 80]

const [RCX, RDX] = [1, 2];

/** An argument, and the word of the frame where it goes. */
export interface Place {
  readonly type: FfiType;
  readonly word: number;
}

/** rbx has the frame; the arguments are of these types. What is an object is as V8's optimized code passes it. */
export function takeArguments(places: readonly Place[]): Piece[] {
  const takes = places.map(({ type, word: place }, index): Piece[] => {
    const object = objectCode(type.kind, { from: RDX, to: RCX, place });
    if (object) return takeObject(index, place, object);
    const isFloat = type.kind === 'float' || type.kind === 'double';
    return isFloat ? takeFloat(index, place, type.kind === 'float') : takeInteger(index, place);
  });
  return [FIRST, ...takes.flat()];
}

/** mov rax, [rsi + …]; test al, 1: a number is an integer in the upper half, or an object. */
const loadValue = (index: number): number[] => [0x48, 0x8b, 0x86, ...half(8 * index), 0xa8, 0x01];
const SMALL = [0x48, 0xc1, 0xf8, 0x20]; // sar rax, 32

function takeInteger(index: number, place: number): Piece[] {
  const [object, store] = [`object ${index}`, `store ${index}`];
  return [
    loadValue(index),
    jne(object),
    SMALL,
    jmp(store),
    label(object),
    [0xf2, 0x48, 0x0f, 0x2c, 0x40, 0x07], // cvttsd2si rax, [rax + 7]
    label(store),
    [0x48, 0x89, 0x83, ...half(8 * place)], // mov [rbx + …], rax
  ];
}

function takeFloat(index: number, place: number, isSingle: boolean): Piece[] {
  const [object, store] = [`object ${index}`, `store ${index}`];
  return [
    loadValue(index),
    jne(object),
    SMALL,
    [0xf2, 0x48, 0x0f, 0x2a, 0xc0], // cvtsi2sd xmm0, rax
    jmp(store),
    label(object),
    [0xf2, 0x0f, 0x10, 0x40, 0x07], // movsd xmm0, [rax + 7]
    label(store),
    isSingle ? [0xf2, 0x0f, 0x5a, 0xc0] : [], // cvtsd2ss xmm0, xmm0
    [isSingle ? 0xf3 : 0xf2, 0x0f, 0x11, 0x83, ...half(8 * place)], // movss, movsd [rbx + …], xmm0
  ];
}

function takeObject(index: number, place: number, code: readonly Piece[]): Piece[] {
  return [
    [0x48, 0x8d, 0x96, ...half(8 * index)], // lea rdx, [rsi + …]
    [0x49, 0xbb, ...word(FRAME)], // mov r11, frame
    ...code,
    [0x48, 0x89, 0x8b, ...half(8 * place)], // mov [rbx + …], rcx
  ];
}
