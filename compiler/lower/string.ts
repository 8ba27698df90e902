// Strings: what is left of an access by index when the index has been looked at.
import type { Value } from '../graph/graph.ts';
import { constant } from '../graph/constants.ts';
import { F64, INT_TYPES, STRING as TEXT } from '../program/types.ts';
import { isBelow } from './arithmetic.ts';
import { NAN, type LowEmitter } from './emitter.ts';
import type { Expander } from './operands.ts';

const unit = (low: LowEmitter, text: Value, index: Value): Value =>
  low.value('string_unit', [text, index], INT_TYPES.u16);

const character = (low: LowEmitter, text: Value, index: Value): Value => {
  const wide = low.value('int_cast', [unit(low, text, index)], INT_TYPES.u32);
  return low.value('string_from_unit', [wide], TEXT);
};

const charCodeAt: Expander = (low, operands) => {
  const [text, index] = [operands.scalar(0), operands.scalar(1)];
  return low.choose(
    isBelow(low, index, low.value('string_len', [text])),
    [F64],
    () => [low.value('int_to_float', [unit(low, text, index)], F64)],
    () => [NAN],
  );
};

const charAt: Expander = (low, operands) => {
  const [text, index] = [operands.scalar(0), operands.scalar(1)];
  return low.choose(
    isBelow(low, index, low.value('string_len', [text])),
    [TEXT],
    () => [character(low, text, index)],
    () => [constant(TEXT, '')],
  );
};

const item: Expander = (low, operands) => {
  const [text, index] = [operands.scalar(0), operands.scalar(1)];
  low.effect('check_index', [index, low.value('string_len', [text])]);
  return [character(low, text, index)];
};

export const STRING = {
  string_char_code_at: charCodeAt,
  string_char_at: charAt,
  string_item: item,
} as const satisfies { readonly [name: string]: Expander };
