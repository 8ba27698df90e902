// Evaluators of strings and nullables in high graphs. A nullable is held as its base's value, null or undefined.
import { asNumber, asString, InterpreterError, type Evaluator } from './held.ts';
import { fold } from './arithmetic.ts';

const same: Evaluator = ([value]) => [value];

export const VALUES = {
  string_len: fold,
  string_char_code_at: fold,
  string_eq: fold,
  string_compare: ([a, b]) => {
    const [left, right] = [asString(a), asString(b)];
    return [asNumber(left < right ? -1 : left > right ? 1 : 0)];
  },
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
