// The runtime core: what compiled modules call through the prelude (`runtime/prelude/heap.ll`), as `mm.core.<name>`.
// Heaps and objects are addresses here.
export { alloc_slow, heap_free, heap_new, remember } from './gc/gc.ts';
