// The call that the frame says, of a function whose result is a `const char *` → x86-64 instructions of an addon's function for V8, which
// gives that text as a string. It gives `undefined` where there is none, where it is not of ASCII, and while an error is pending.
import { assemble, ja, je, jmp, jne, label, type Piece } from './assemble.ts';
import { ANY, type CallBody, callCode, CALL_END, counted, forgetThrown } from './frame-code.ts';
import { PENDING, RESULT } from './frame.ts';
import { give, type Maker, SAVE_INFO } from './give-result.ts';
import { half, word } from './little-endian.ts';

export function textResultCode(
  frame: number,
  errno: number,
  maker: Maker,
  body: CallBody = ANY,
): Uint8Array {
  const pieces: Piece[] = [
    callCode(frame, errno, counted(body), SAVE_INFO),
    [0x83, 0xbb, ...half(4 * PENDING), 0], // cmp dword [rbx + pending], 0
    jne('end'),
    [0x48, 0x8b, 0xbb, ...half(8 * RESULT)], // mov rdi, [rbx + result]
    [0x48, 0x85, 0xff], // test rdi, rdi
    je('end'),
    ...measure(),
    ...makeText(maker),
    label('end'),
    forgetThrown(),
    CALL_END,
  ];
  return Uint8Array.from(assemble(pieces));
}

/** rdi → rcx: the length of the text. A block of 16 bytes at a multiple of 16 can be read where one of them can. */
function measure(): Piece[] {
  const block = [
    [0x66, 0x0f, 0xef, 0xc0], // pxor xmm0, xmm0
    [0x66, 0x0f, 0x6f, 0x08], // movdqa xmm1, [rax]
    [0x66, 0x0f, 0x74, 0xc1], // pcmpeqb xmm0, xmm1
    [0x66, 0x0f, 0xd7, 0xd0], // pmovmskb edx, xmm0: which are NUL
    [0x66, 0x0f, 0xd7, 0xf1], // pmovmskb esi, xmm1: which are not of ASCII
  ].flat();
  return [
    [0x48, 0x89, 0xf8], // mov rax, rdi
    [0x48, 0x83, 0xe0, 0xf0], // and rax, -16
    [0x89, 0xf9], // mov ecx, edi
    [0x83, 0xe1, 0x0f], // and ecx, 15: what is before the text is taken out
    block,
    [0xd3, 0xea, 0xd3, 0xe2], // shr edx, cl; shl edx, cl
    [0xd3, 0xee, 0xd3, 0xe6], // shr esi, cl; shl esi, cl
    label('block'),
    [0x85, 0xd2], // test edx, edx
    jne('found'),
    [0x85, 0xf6], // test esi, esi
    jne('end'),
    [0x48, 0x83, 0xc0, 0x10], // add rax, 16
    block,
    jmp('block'),
    label('found'),
    [0x0f, 0xbc, 0xca], // bsf ecx, edx
    [0x44, 0x8d, 0x42, 0xff], // lea r8d, [rdx - 1]
    [0x41, 0x21, 0xf0], // and r8d, esi
    [0xf7, 0xd2], // not edx
    [0x41, 0x85, 0xd0], // test r8d, edx: what is before the NUL
    jne('end'),
    [0x48, 0x01, 0xc1], // add rcx, rax
    [0x48, 0x29, 0xf9], // sub rcx, rdi
  ];
}

/** V8 refuses what is longer. */
const MOST = 0x1fff_ffe8;

/** With `v8::String::NewFromOneByte`. */
function makeText({ isolate, make }: Maker): Piece[] {
  return [
    [0x48, 0x81, 0xf9, ...half(MOST)], // cmp rcx, most
    ja('end'),
    [0x48, 0x89, 0xfe], // mov rsi, rdi
    [0x48, 0xbf, ...word(isolate)], // mov rdi, isolate
    [0x31, 0xd2], // xor edx, edx: v8::NewStringType::kNormal
    [0x48, 0xb8, ...word(make)], // mov rax, make
    [0xff, 0xd0], // call rax
    [0x48, 0x85, 0xc0], // test rax, rax
    je('end'),
    ...give(),
  ];
}
