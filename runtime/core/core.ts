// The runtime core: what compiled modules call through the prelude (`runtime/prelude/heap.ll`), as `mm.core.<name>`.
// Heaps and objects are addresses here.
export {
  alloc_slow,
  array_grown,
  collect,
  handle_free,
  handle_get,
  handle_new,
  heap_free,
  heap_new,
  outside_kept,
  register_finalizer,
  remember,
  remember_slots,
  statistic,
  verify,
} from './gc/gc.ts';
export { callback_free, callback_new, callbacks_close } from './callbacks.ts';
export { offthread_aborted, offthread_progress } from './offthread.ts';
export { clock_steady, clock_wall, console_write } from './console.ts';
export { error_message, error_stack } from './errors.ts';
export { string_to_lower_case, string_to_upper_case } from './strings/case.ts';
export {
  string_from_code_point,
  string_is_well_formed,
  string_to_well_formed,
} from './strings/code-points.ts';
export { string_hash, string_order, string_same } from './strings/compare.ts';
export { string_concat } from './strings/concat.ts';
export {
  string_char_at,
  string_code_point,
  string_point_at,
  string_slice,
  string_substr,
  string_substring,
  string_trim,
  string_trim_end,
  string_trim_start,
} from './strings/cut.ts';
export { string_flat, string_write } from './strings/flat.ts';
export { string_from_units, string_of_unit } from './strings/from-units.ts';
export {
  number_of_string,
  number_parse_float,
  number_parse_int,
  number_to_exponential,
  number_to_fixed,
  number_to_precision,
  number_to_shortest_exponential,
  string_of_i64,
  string_of_i64_radix,
  string_of_number,
  string_of_number_radix,
  string_of_u64,
  string_of_u64_radix,
} from './strings/numbers.ts';
export { json_quote } from './strings/quote.ts';
export { string_pad_end, string_pad_start, string_repeat } from './strings/repeat.ts';
export { string_replace, string_replace_all } from './strings/replace.ts';
export {
  string_ends_with,
  string_includes,
  string_index_of,
  string_last_index_of,
  string_starts_with,
} from './strings/search.ts';
export { charp2str, charpsize2str, str2charp } from './strings/utf8.ts';
