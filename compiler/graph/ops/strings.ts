// Ops on strings that are more than a call of the runtime library: what is done inline. Strings never change.
import { NOT_FOLDED, op } from './op.ts';

const high = 'high' as const;
const low = 'low' as const;

export const STRING_OPS = {
  string_len: op(['string'], ['isize'], 'number of UTF-16 code units', {
    pure: true,
    fold: ([text]) => (typeof text === 'string' ? BigInt(text.length) : NOT_FOLDED),
  }),
  string_char_code_at: op(
    ['string', 'isize'],
    ['f64'],
    'ECMA-262 22.1.3.3: the code unit, NaN out of range',
    {
      level: high,
      pure: true,
      fold: ([text, index]) =>
        typeof text === 'string' ? text.charCodeAt(Number(index)) : NOT_FOLDED,
    },
  ),
  string_unit: op(
    ['string', 'isize'],
    ['u16'],
    'the code unit; undefined behaviour where the index is out of range',
    {
      level: low,
      pure: true,
      fold: ([text, index]) => {
        const unit = typeof text === 'string' ? text.charCodeAt(Number(index)) : Number.NaN;
        return Number.isNaN(unit) ? NOT_FOLDED : unit;
      },
    },
  ),
  string_eq: op(['string', 'string'], ['boolean'], 'same code units', {
    pure: true,
    fold: ([a, b]) => (typeof a === 'string' && typeof b === 'string' ? a === b : NOT_FOLDED),
  }),
  string_compare: op(
    ['string', 'string'],
    ['i32'],
    'ECMA-262 7.2.13 by code units: negative, 0 or positive as the first stands before, at or after the second',
    {
      pure: true,
      fold: ([a, b]) => {
        if (typeof a !== 'string' || typeof b !== 'string') return NOT_FOLDED;
        return a < b ? -1 : a > b ? 1 : 0;
      },
    },
  ),
  string_char_at: op(
    ['string', 'isize'],
    ['string'],
    'ECMA-262 22.1.3.2: the code unit as a string, empty out of range',
    {
      level: high,
      pure: true,
      fold: ([text, index]) => (typeof text === 'string' ? text.charAt(Number(index)) : NOT_FOLDED),
    },
  ),
  string_item: op(
    ['string', 'isize'],
    ['string'],
    'the code unit as a string; raises RangeError out of range',
    { level: high, pure: true, raises: true },
  ),
  string_from_unit: op(
    ['u32'],
    ['string'],
    'ECMA-262 22.1.2.1: the string of one code unit, the low 16 bits',
    { pure: true, fold: ([unit]) => String.fromCharCode(Number(unit)) },
  ),
} as const;
