// Operators of the checked tree → the ops that do them on two integers of one type.
import type { BinaryOperator } from '../../program/nodes.ts';
import type { OpName } from '../ops.ts';

/** Shift counts are taken modulo the width by the ops themselves. */
export const INTEGER_OPS: { readonly [O in BinaryOperator]: OpName } = {
  '+': 'int_add',
  '-': 'int_sub',
  '*': 'int_mul',
  '/': 'int_div',
  '%': 'int_rem',
  '**': 'int_pow',
  '&': 'int_and',
  '|': 'int_or',
  '^': 'int_xor',
  '<<': 'int_shl',
  '>>': 'int_shr',
  '>>>': 'int_ushr',
};
