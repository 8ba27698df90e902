// The list of old objects that references have been stored into since the last collection.
import type { usize } from 'mixmod';
import type { Heap } from './heap.ts';
import { can_list } from './settings.ts';
import { push } from './vector.ts';

/** Without memory for the list, the next collection asks all old objects. */
export function list_remembered(heap: Heap, object: usize): void {
  if (can_list(heap, heap.remembered)) push(heap.remembered, object);
  else heap.unlisted = 1;
}
