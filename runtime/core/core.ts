// The runtime core: what compiled modules call through the prelude (`runtime/prelude/heap.ll`), as `mm.core.<name>`.
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
