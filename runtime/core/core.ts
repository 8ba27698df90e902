// The runtime core: what compiled modules call through the prelude (`runtime/prelude/heap.ll`), as `mm.core.<name>`.
// Heaps and objects are addresses here.
export {
  alloc_slow,
  collect,
  handle_free,
  handle_get,
  handle_new,
  heap_free,
  heap_new,
  register_finalizer,
  remember,
  statistic,
  verify,
} from './gc/gc.ts';
export { error_message } from './errors.ts';
export { string_order, string_same } from './strings/compare.ts';
export { string_flat, string_write } from './strings/flat.ts';
export { string_from_units } from './strings/from-units.ts';
export { charp2str, charpsize2str, str2charp } from './strings/utf8.ts';
