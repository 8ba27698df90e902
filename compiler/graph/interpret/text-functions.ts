// The runtime library's functions on strings and texts of numbers: JavaScript's own.
import { stringHash } from '../../builtins/string-hash.ts';
import { RAISED } from '../../builtins/errors.ts';
import type { RuntimeName } from '../../builtins/runtime-functions.ts';
import type { RaisedError } from '../graph.ts';
import { asString, raise, type Held } from './held.ts';

type Run = (args: readonly Held[]) => readonly Held[];
type Argument = number | string | undefined;

/** Positions are 64-bit integers here and numbers there; clamping is the same. */
const plain = (value: Held): Argument =>
  typeof value === 'string' ? value : value === undefined ? undefined : Number(value);

/** A method of the string that is the first operand. */
const method =
  (name: keyof string & string): Run =>
  ([text, ...rest]) => {
    const call = Reflect.get(String.prototype, name) as (...args: readonly Argument[]) => Held;
    return [limited(() => call.apply(asString(text), rest.map(plain)))];
  };

const position =
  (name: 'indexOf' | 'lastIndexOf'): Run =>
  (args) => {
    const [found] = method(name)(args);
    return [BigInt(found as number)];
  };

/** What JavaScript raises, with the texts of `RAISED`. */
function limited(run: () => Held): Held {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return raise({ error: 'RangeError', template: error.message } satisfies RaisedError);
  }
}

const ofNumber =
  (run: (x: number, ...rest: readonly number[]) => string): Run =>
  (args) => [limited(() => run(...(args.map(Number) as [number, ...number[]])))];

const ofBigint: Run = ([n, radix]) => [
  limited(() => (n as bigint).toString(radix === undefined ? 10 : Number(radix))),
];

const ofText =
  (run: (text: string, ...rest: readonly number[]) => Held): Run =>
  ([text, ...rest]) => [run(asString(text), ...rest.map(Number))];

type TextName = Exclude<RuntimeName, 'str2charp' | 'charp2str' | 'charpsize2str' | 'error_stack'>;

export const TEXT_FUNCTIONS: { readonly [N in TextName]: Run } = {
  string_concat: ([a, b]) => [limited(() => asString(a) + asString(b))],
  string_index_of: position('indexOf'),
  string_last_index_of: position('lastIndexOf'),
  string_includes: method('includes'),
  string_starts_with: method('startsWith'),
  string_ends_with: method('endsWith'),
  string_substring: method('substring'),
  string_slice: method('slice'),
  string_substr: method('substr'),
  string_trim: method('trim'),
  string_trim_start: method('trimStart'),
  string_trim_end: method('trimEnd'),
  string_to_upper_case: method('toUpperCase'),
  string_to_lower_case: method('toLowerCase'),
  string_repeat: method('repeat'),
  string_pad_start: method('padStart'),
  string_pad_end: method('padEnd'),
  string_replace: method('replace'),
  string_replace_all: method('replaceAll'),
  string_hash: ofText((text) => stringHash(text)),
  string_is_well_formed: method('isWellFormed' as keyof string & string),
  string_to_well_formed: method('toWellFormed' as keyof string & string),
  string_code_point: ofText((text, index = 0) => text.codePointAt(index) ?? 0),
  string_point_at: ofText((text, index = 0) => String.fromCodePoint(text.codePointAt(index) ?? 0)),
  string_from_code_point: ofNumber((point) => {
    const isPoint = Number.isInteger(point) && point >= 0 && point <= 0x10ffff;
    return isPoint ? String.fromCodePoint(point) : raise(RAISED.codePoint, point);
  }),
  string_of_number: ofNumber(String),
  string_of_i64: ofBigint,
  string_of_u64: ofBigint,
  string_of_number_radix: ofNumber((x, radix) => x.toString(radix)),
  string_of_i64_radix: ofBigint,
  string_of_u64_radix: ofBigint,
  number_to_fixed: ofNumber((x, digits) => x.toFixed(digits)),
  number_to_exponential: ofNumber((x, digits) => x.toExponential(digits)),
  number_to_shortest_exponential: ofNumber((x) => x.toExponential()),
  number_to_precision: ofNumber((x, digits) => x.toPrecision(digits)),
  console_write: ([descriptor, text]) => {
    if (descriptor === 2n) console.error(asString(text));
    else console.log(asString(text));
    return [];
  },
  json_quote: ofText((text) => JSON.stringify(text)),
  // No job runs in an interpreter.
  offthread_aborted: () => [false],
  offthread_progress: () => [],
  clock_wall: () => [Date.now()],
  clock_steady: () => [performance.now()],
  number_of_string: ofText((text) => Number(text)),
  number_parse_float: ofText((text) => Number.parseFloat(text)),
  number_parse_int: ofText((text, radix) => Number.parseInt(text, radix)),
};
