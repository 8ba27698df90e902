// Functions of the runtime core that ops `runtime_call` and `runtime_query` name: `mm.core.<name>`, written in RTypeScript in `runtime/core/`.
import type { RAISED } from './errors.ts';

export interface RuntimeRow {
  /** The errors that it is given the sites of, before its operands; null: it raises nothing, changes nothing, and may be left out. */
  readonly raises: readonly (keyof typeof RAISED)[] | null;
  readonly meaning: string;
}

const query = (meaning: string): RuntimeRow => ({ raises: null, meaning });
/** All that allocate may raise that memory is exhausted. */
const call = (meaning: string, ...raises: readonly (keyof typeof RAISED)[]): RuntimeRow => ({
  raises,
  meaning,
});

const TABLE = {
  str2charp: call(
    'UTF-8 copy with final NUL, malloc: (string) -> address; raises TypeError on a NUL inside',
    'embeddedNul',
    'outOfMemory',
  ),
  charp2str: call(
    'UTF-8 up to the NUL to a string: (address) -> string; ill-formed bytes give U+FFFD',
  ),
  error_stack: call('the stack of an error: (name, message, site) -> string'),
  charpsize2str: call('so many bytes of UTF-8 to a string: (address, isize) -> string'),

  string_concat: call('a + b', 'stringLength'),
  string_index_of: query('ECMA-262 22.1.3.9; the position is clamped'),
  string_last_index_of: query('ECMA-262 22.1.3.11; NaN for no position'),
  string_includes: query('ECMA-262 22.1.3.8'),
  string_starts_with: query('ECMA-262 22.1.3.24'),
  string_ends_with: query('ECMA-262 22.1.3.7'),
  string_substring: call('ECMA-262 22.1.3.25'),
  string_slice: call('ECMA-262 22.1.3.22'),
  string_substr: call('ECMA-262 B.2.2.1'),
  string_trim: call('ECMA-262 22.1.3.32'),
  string_trim_start: call('ECMA-262 22.1.3.34'),
  string_trim_end: call('ECMA-262 22.1.3.33'),
  string_to_upper_case: call('ECMA-262 22.1.3.30'),
  string_to_lower_case: call('ECMA-262 22.1.3.28'),
  string_repeat: call('ECMA-262 22.1.3.18', 'repeatCount', 'stringLength'),
  string_pad_start: call('ECMA-262 22.1.3.17', 'stringLength'),
  string_pad_end: call('ECMA-262 22.1.3.16', 'stringLength'),
  string_replace: call('ECMA-262 22.1.3.19 of a string pattern', 'stringLength'),
  string_replace_all: call('ECMA-262 22.1.3.20 of a string pattern', 'stringLength'),
  string_hash: query('a number that is the same for equal strings; remembered by the string'),
  string_is_well_formed: query('ECMA-262 22.1.3.10'),
  string_to_well_formed: call('ECMA-262 22.1.3.31'),
  string_code_point: query('the code point at an index that is in range'),
  string_point_at: call('the code point at an index that is in range, as a string'),
  string_from_code_point: call('ECMA-262 22.1.2.2 of one number', 'codePoint'),

  string_of_number: call('ECMA-262 6.1.6.1.20 in decimal'),
  string_of_i64: call('decimal digits'),
  string_of_u64: call('decimal digits'),
  string_of_number_radix: call('ECMA-262 6.1.6.1.20', 'radix'),
  string_of_i64_radix: call('digits in a radix', 'radix'),
  string_of_u64_radix: call('digits in a radix', 'radix'),
  number_to_fixed: call('ECMA-262 21.1.3.3', 'fixedDigits'),
  number_to_exponential: call('ECMA-262 21.1.3.2', 'exponentialDigits'),
  number_to_shortest_exponential: call('ECMA-262 21.1.3.2 without an argument'),
  number_to_precision: call('ECMA-262 21.1.3.5', 'precisionDigits'),
  number_of_string: query('ECMA-262 7.1.4.1'),
  number_parse_float: query('ECMA-262 19.2.4'),
  console_write: call('the text and a line feed to a file descriptor, as UTF-8'),
  json_quote: call('ECMA-262 25.5.2.3', 'stringLength'),
  clock_wall: call('ECMA-262 21.4.3.1'),
  clock_steady: call('milliseconds of a clock that only runs forwards'),
  offthread_aborted: call('the job that runs here shall end'),
  offthread_progress: call('a number for the thread that waits for the job'),
  number_parse_int: query('ECMA-262 19.2.5; the radix is an i32'),
} as const satisfies Record<string, RuntimeRow>;

export type RuntimeName = keyof typeof TABLE;
export const RUNTIME_FUNCTIONS: { readonly [N in RuntimeName]: RuntimeRow } = TABLE;
