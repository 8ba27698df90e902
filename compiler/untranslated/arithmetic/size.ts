// isize and usize: numbers where exact, else bigints (`prelude/sizes.ts`).
import type { IntType } from '../../program/types.ts';
import { call, type Code } from '../code.ts';
import type { PreludeName } from '../prelude/prelude.ts';
import type { Arithmetic, PrintBinary, UsePrelude } from './arithmetic.ts';

/** `a` is an exact integer: a safe number or a bigint. */
export const wrapSize = ({ signed }: IntType, a: string, prelude: UsePrelude): Code =>
  call(prelude(signed ? 'isize' : 'usize'), [a]);

const by =
  (name: PreludeName): PrintBinary<IntType> =>
  (type, a, b, prelude) =>
    wrapSize(type, call(prelude(name), [a, b]).text, prelude);

export const SIZE: Arithmetic<IntType> = {
  binary: {
    '+': by('sizeAdd'),
    '-': by('sizeSubtract'),
    '*': by('sizeMultiply'),
    '/': by('sizeQuotient'),
    '%': by('sizeRemainder'),
    '**': by('sizePower'),
    '&': by('sizeAnd'),
    '|': by('sizeOr'),
    '^': by('sizeXor'),
    '<<': by('sizeShiftLeft'),
    '>>': by('sizeShiftRight'),
    '>>>': by('sizeShiftRightUnsigned'),
  },
  negate: (type, a, prelude) => by('sizeSubtract')(type, '0', a, prelude),
  complement: (type, a, prelude) => by('sizeSubtract')(type, '-1', a, prelude),
};
