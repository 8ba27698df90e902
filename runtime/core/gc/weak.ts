// WeakRefs that a collection reaches: noted, to be asked when all that is alive is known. Without memory for the list, all objects
// are asked then.
import type { u32, usize } from 'mixmod';
import type { Heap } from './heap.ts';
import { WEAK } from './layout.ts';
import { descriptor_of } from './objects.ts';
import { can_list } from './settings.ts';
import { push } from './vector.ts';

export function list_weak(heap: Heap, object: usize): void {
  if (can_list(heap, heap.weak)) push(heap.weak, object);
  else heap.weak_unlisted = 1;
}

export function is_weak(heap: Heap, object: usize): boolean {
  const kind: u32 = descriptor_of(heap.table, object).kind;
  return kind === WEAK;
}
