// i64 and u64: bigints, wrapped after each operation.
import type { IntType } from '../../program/types.ts';
import { call, loose, type Code } from '../code.ts';
import type { Arithmetic, PrintBinary } from './arithmetic.ts';

export const wrapWide = ({ signed }: IntType, a: string): Code =>
  call(signed ? 'BigInt.asIntN' : 'BigInt.asUintN', ['64', a]);

const wrapped =
  (symbol: string): PrintBinary<IntType> =>
  (type, a, b) =>
    wrapWide(type, `${a} ${symbol} ${b}`);

const bitwise =
  (symbol: string): PrintBinary<IntType> =>
  (_, a, b) =>
    loose(`${a} ${symbol} ${b}`);

const divided =
  (symbol: string, checked: 'wideQuotient' | 'wideRemainder'): PrintBinary<IntType> =>
  (type, a, b, prelude) =>
    wrapWide(
      type,
      /^[1-9]\d*n$/.test(b) ? `${a} ${symbol} ${b}` : call(prelude(checked), [a, b]).text,
    );

export const WIDE: Arithmetic<IntType> = {
  binary: {
    '+': wrapped('+'),
    '-': wrapped('-'),
    '*': wrapped('*'),
    '/': divided('/', 'wideQuotient'),
    '%': divided('%', 'wideRemainder'),
    '**': (type, a, b, prelude) => wrapWide(type, call(prelude('widePower'), [a, b]).text),
    '&': bitwise('&'),
    '|': bitwise('|'),
    '^': bitwise('^'),
    '<<': (type, a, b) => wrapWide(type, `${a} << (${b} & 63n)`),
    '>>': (_, a, b) => loose(`${a} >> (${b} & 63n)`),
    '>>>': (type, a, b) => wrapWide(type, `BigInt.asUintN(64, ${a}) >> (${b} & 63n)`),
  },
  negate: (type, a) => wrapWide(type, `-${a}`),
  complement: (type, a) => wrapWide(type, `~${a}`),
};
