// Evaluators of strings and nullables. A nullable is held as its base's value, null or undefined.
import { RAISED } from '../../builtins/errors.ts';
import { asIndex, asString, InterpreterError, raise, type Evaluator } from './held.ts';
import { fold } from './arithmetic.ts';

const same: Evaluator = ([value]) => [value];

export const VALUES = {
  string_len: fold,
  string_char_code_at: fold,
  string_unit: fold,
  string_char_at: fold,
  string_item: ([text, index]) => {
    const length = BigInt(asString(text).length);
    const inside = BigInt(index as bigint) >= 0n && BigInt(index as bigint) < length;
    return inside
      ? [asString(text).charAt(asIndex(index))]
      : raise(RAISED.indexOutOfRange, index, length);
  },
  string_from_unit: fold,
  string_eq: fold,
  string_compare: fold,
  nullable_wrap: same,
  nullable_widen: same,
  nullable_get: ([value]) => {
    if (value === null || value === undefined)
      throw new InterpreterError('nullable_get of nothing');
    return [value];
  },
  nullable_is_present: fold,
  nullable_is_null: fold,
  nullable_is_undefined: fold,
} satisfies Readonly<Record<string, Evaluator>>;
