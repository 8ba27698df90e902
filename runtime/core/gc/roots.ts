// Where reachability begins: the native stack, module-level variables, handles.
import { usize } from 'mixmod';
import type { Heap } from './heap.ts';
import { half, set_word, word } from './memory.ts';
import { push, reserve } from './vector.ts';

/** The address of the variable's slot; `index` counts the variables that hold references. */
export function root_slot(heap: Heap, index: usize): usize {
  return heap.globals + usize(half(heap.roots + (index << 2)));
}

// ---- handles: slots, counted from 1; a free one has an odd value, twice the next free one and 1 ----

/** 0 when memory is exhausted. */
export function new_handle(heap: Heap, object: usize): usize {
  const handles = heap.handles;
  const free_handle = heap.free_handle;
  if (free_handle !== 0) {
    const slot = handle_slot(heap, free_handle);
    heap.free_handle = word(slot) >> 1;
    set_word(slot, object);
    return free_handle;
  }
  if (!reserve(handles, 1)) return 0;
  push(handles, object);
  return (handles.top - handles.start) >> 3;
}

export function free_handle(heap: Heap, handle: usize): void {
  set_word(handle_slot(heap, handle), (heap.free_handle << 1) | 1);
  heap.free_handle = handle;
}

export function handle_slot(heap: Heap, handle: usize): usize {
  return heap.handles.start + ((handle - 1) << 3);
}
