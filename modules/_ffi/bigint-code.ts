// An integer of 64 bits that V8's optimized code passes as any value and a number in the frame → its bits, as x86-64 instructions: those of a
// bigint, or of the number where the value is a small integer.
import { jmp, js, label, type Piece } from './assemble.ts';
import { instanceType, peek } from './peek.ts';
import { V8_VERSION } from './v8-version.ts';
import {
  loadField,
  loadNumber,
  loadObject,
  type PassedValue,
  REFUSE,
  unlike,
} from './view-code.ts';

/** Of an object: whether it is negative, and twice the number of its 64-bit digits; the digits. */
const [HEAD, DIGITS] = [8, 16];
const [POSITIVE, NEGATIVE] = [2, 3];

/** What all bigints' maps say of the type of their instances; null where they are not as expected. */
export const BIGINT_TYPE: number | null = V8_VERSION === 0 ? null : find();

function find(): number | null {
  const isAsExpected = (value: bigint, head: number, low: number): boolean =>
    peek(value, HEAD) === head && peek(value, DIGITS) === low;
  const is =
    isAsExpected(5n, POSITIVE, 5) &&
    isAsExpected(-7n - 2n ** 33n, NEGATIVE, 7) &&
    peek(-7n - 2n ** 33n, DIGITS + 4) === 2 &&
    peek(0n, HEAD) === 0 &&
    peek(2n ** 64n, HEAD) === 2 * POSITIVE;
  return is ? instanceType(5n) : null;
}

/** A bigint that does not fit is refused. */
export function bigintCode(type: number, value: PassedValue, isSigned: boolean): Piece[] {
  const { to, place } = value;
  const [number, negative, zero, done] = ['number', 'negative', 'zero', 'done'].map(
    (name) => `${name} ${place}`,
  ) as [string, string, string, string];
  const digit = loadField(value, DIGITS);
  const isBelowZero = [0x48 + (to >> 3) * 5, 0x85, 0xc0 + (to & 7) * 9]; // test to, to
  const negate = [0x48 + (to >> 3), 0xf7, 0xd8 + (to & 7)]; // neg to
  return [
    ...loadObject(value, number),
    ...unlike(type, REFUSE),
    [0x44, 0x8b, 0x50, HEAD - 1], // mov r10d, [rax + …]
    ...unlike(POSITIVE, negative),
    digit,
    ...(isSigned ? [isBelowZero, js(REFUSE)] : []),
    jmp(done),
    label(negative),
    ...unlike(NEGATIVE, zero),
    ...(isSigned ? [digit, negate, js(done)] : []),
    jmp(REFUSE),
    label(zero),
    ...unlike(0, REFUSE),
    [0x40 + (to >> 3) * 5, 0x31, 0xc0 + (to & 7) * 9], // xor to, to
    jmp(done),
    label(number),
    loadNumber(value),
    label(done),
  ];
}
