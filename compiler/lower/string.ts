// Strings: what is left of an access by index when the index has been looked at.
import { F64, INT_TYPES } from '../program/types.ts';
import { isBelow } from './arithmetic.ts';
import { NAN } from './emitter.ts';
import type { Expander } from './operands.ts';

const charCodeAt: Expander = (low, operands) => {
  const [text, index] = [operands.scalar(0), operands.scalar(1)];
  return low.choose(
    isBelow(low, index, low.value('string_len', [text])),
    [F64],
    () => {
      const unit = low.value('string_unit', [text, index], INT_TYPES.u16);
      return [low.value('int_to_float', [unit], F64)];
    },
    () => [NAN],
  );
};

export const STRING = {
  string_char_code_at: charCodeAt,
} as const satisfies { readonly [name: string]: Expander };
