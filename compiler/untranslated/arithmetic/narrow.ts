// Integers of up to 32 bits: numbers, wrapped after each operation. Sums and products before the wrap are exact
// doubles, except 32-bit products, which Math.imul makes.
import type { IntType } from '../../program/types.ts';
import { call, loose, type Code } from '../code.ts';
import type { Arithmetic, PrintBinary } from './arithmetic.ts';

/** The operand text `a`, an exact integer of any size, wrapped at the width. Also makes -0 a 0. */
export function wrapNarrow({ bits, signed }: IntType, a: string): Code {
  if (bits === 32) return loose(signed ? `${a} | 0` : `${a} >>> 0`);
  if (!signed) return loose(`${a} & ${2 ** bits - 1}`);
  return loose(`(${a} << ${32 - bits}) >> ${32 - bits}`);
}

const wrapped =
  (symbol: string): PrintBinary<IntType> =>
  (type, a, b) =>
    wrapNarrow(type, `(${a} ${symbol} ${b})`);

/** Bitwise operators stay in range, except that JavaScript's give a signed number. */
const bitwise =
  (symbol: string): PrintBinary<IntType> =>
  (type, a, b) =>
    type.bits === 32 && !type.signed
      ? loose(`(${a} ${symbol} ${b}) >>> 0`)
      : loose(`${a} ${symbol} ${b}`);

/** JavaScript takes shift counts modulo 32 itself. */
const count = ({ bits }: IntType, b: string): string =>
  bits === 32 ? b : /^\d+$/.test(b) ? `${Number(b) & (bits - 1)}` : `(${b} & ${bits - 1})`;

/** A divisor that is seen not to be 0 needs no check. */
const divided =
  (symbol: string, checked: 'quotient' | 'remainder'): PrintBinary<IntType> =>
  (type, a, b, prelude) =>
    wrapNarrow(
      type,
      /^[1-9]\d*$/.test(b) ? `(${a} ${symbol} ${b})` : call(prelude(checked), [a, b]).text,
    );

export const NARROW: Arithmetic<IntType> = {
  binary: {
    '+': wrapped('+'),
    '-': wrapped('-'),
    '*': (type, a, b) => {
      if (type.bits < 32) return wrapNarrow(type, `(${a} * ${b})`);
      const product = call('Math.imul', [a, b]);
      return type.signed ? product : loose(`${product.text} >>> 0`);
    },
    '/': divided('/', 'quotient'),
    '%': divided('%', 'remainder'),
    '**': (type, a, b, prelude) => {
      const power = call(prelude('power'), [a, b]);
      return type.bits === 32 && type.signed ? power : wrapNarrow(type, power.text);
    },
    '&': bitwise('&'),
    '|': bitwise('|'),
    '^': bitwise('^'),
    '<<': (type, a, b) => {
      const shifted = `${a} << ${count(type, b)}`;
      return type.bits === 32 && type.signed ? loose(shifted) : wrapNarrow(type, `(${shifted})`);
    },
    '>>': (type, a, b) => loose(`${a} ${type.signed ? '>>' : '>>>'} ${count(type, b)}`),
    '>>>': (type, a, b) => wrapNarrow(type, `(${a} >>> ${count(type, b)})`),
  },
  negate: (type, a) => wrapNarrow(type, `(-${a})`),
  complement: (type, a) => (type.signed ? loose(`~${a}`) : wrapNarrow(type, `(~${a})`)),
};
