// number, f64: JavaScript's own operators. f32: rounded after each (ECMA-262 21.3.2.17); one rounding to double before
// it is harmless for + - * / (a double has more than twice the precision), and % is exact.
import type { BinaryOperator } from '../../program/nodes.ts';
import type { FloatType } from '../../program/types.ts';
import { call, loose, type Code } from '../code.ts';
import type { Arithmetic, PrintBinary } from './arithmetic.ts';

const rounded = (type: FloatType, text: string): Code =>
  type.name === 'f32' ? call('Math.fround', [text]) : loose(text);

const operator =
  (symbol: BinaryOperator): PrintBinary<FloatType> =>
  (type, a, b) =>
    rounded(type, `${a} ${symbol} ${b}`);

export const FLOAT: Arithmetic<FloatType> = {
  binary: {
    '+': operator('+'),
    '-': operator('-'),
    '*': operator('*'),
    '/': operator('/'),
    '%': operator('%'),
    '**': operator('**'),
    '&': operator('&'),
    '|': operator('|'),
    '^': operator('^'),
    '<<': operator('<<'),
    '>>': operator('>>'),
    '>>>': operator('>>>'),
  },
  negate: (_, a) => loose(`-${a}`),
  complement: (type, a) => rounded(type, `~${a}`),
};
