// The runtime core: what compiled modules call through the prelude (`runtime/prelude/heap.ll`), as `mm.core.<name>`.
// Heaps and objects are addresses here.
export { alloc_slow, heap_free, heap_new, remember } from './gc/gc.ts';
export { string_order, string_same } from './strings/compare.ts';
export { string_flat, string_write } from './strings/flat.ts';
export { string_from_units } from './strings/from-units.ts';
export { charp2str, charpsize2str, str2charp } from './strings/utf8.ts';
